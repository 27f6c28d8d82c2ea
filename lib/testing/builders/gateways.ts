import type { Resource } from "@/lib/core/network/network";
import { ACCOUNT_ID, REGION } from "./snapshot";

export function anInternetGateway(
  overrides: Resource<"InternetGateways"> = {},
): Resource<"InternetGateways"> {
  return {
    InternetGatewayId: "igw-1",
    OwnerId: ACCOUNT_ID,
    Attachments: [{ VpcId: "vpc-1", State: "attached" }],
    ...overrides,
  };
}

export function anEgressOnlyInternetGateway(
  overrides: Resource<"EgressOnlyInternetGateways"> = {},
): Resource<"EgressOnlyInternetGateways"> {
  return {
    EgressOnlyInternetGatewayId: "eigw-1",
    Attachments: [{ VpcId: "vpc-1", State: "attached" }],
    ...overrides,
  };
}

export function aNatGateway(overrides: Resource<"NatGateways"> = {}): Resource<"NatGateways"> {
  return {
    NatGatewayId: "nat-1",
    VpcId: "vpc-1",
    SubnetId: "subnet-1",
    State: "available",
    ConnectivityType: "public",
    NatGatewayAddresses: [{ PublicIp: "203.0.113.10", PrivateIp: "10.0.1.20" }],
    ...overrides,
  };
}

export function aVpcEndpoint(overrides: Resource<"VpcEndpoints"> = {}): Resource<"VpcEndpoints"> {
  return {
    VpcEndpointId: "vpce-1",
    VpcEndpointType: "Interface",
    VpcId: "vpc-1",
    ServiceName: `com.amazonaws.${REGION}.secretsmanager`,
    State: "Available",
    SubnetIds: ["subnet-1"],
    Groups: [{ GroupId: "sg-1", GroupName: "app" }],
    PrivateDnsEnabled: true,
    ...overrides,
  };
}

export function aPeeringConnection(
  overrides: Resource<"VpcPeeringConnections"> = {},
): Resource<"VpcPeeringConnections"> {
  return {
    VpcPeeringConnectionId: "pcx-1",
    Status: { Code: "active", Message: "Active" },
    RequesterVpcInfo: { VpcId: "vpc-1", OwnerId: ACCOUNT_ID, CidrBlock: "10.0.0.0/16" },
    AccepterVpcInfo: { VpcId: "vpc-2", OwnerId: ACCOUNT_ID, CidrBlock: "10.1.0.0/16" },
    ...overrides,
  };
}
