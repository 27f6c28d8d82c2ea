import type { Resource } from "@/lib/core/network/network";
import { ACCOUNT_ID, REGION } from "./snapshot";

/** A `Name` tag alone. */
export function named(name: string): { Key: string; Value: string }[] {
  return [{ Key: "Name", Value: name }];
}

export function aVpc(overrides: Resource<"Vpcs"> = {}): Resource<"Vpcs"> {
  return {
    VpcId: "vpc-1",
    OwnerId: ACCOUNT_ID,
    CidrBlock: "10.0.0.0/16",
    CidrBlockAssociationSet: [{ CidrBlock: "10.0.0.0/16", CidrBlockState: { State: "associated" } }],
    InstanceTenancy: "default",
    IsDefault: false,
    State: "available",
    ...overrides,
  };
}

export function aSubnet(overrides: Resource<"Subnets"> = {}): Resource<"Subnets"> {
  return {
    SubnetId: "subnet-1",
    VpcId: "vpc-1",
    OwnerId: ACCOUNT_ID,
    CidrBlock: "10.0.1.0/24",
    AvailabilityZone: `${REGION}a`,
    AvailableIpAddressCount: 250,
    State: "available",
    ...overrides,
  };
}

type Route = NonNullable<Resource<"RouteTables">["Routes"]>[number];

export function aRoute(overrides: Route = {}): Route {
  return { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active", ...overrides };
}

/** The main table of `vpc-1` with its local route, unless told otherwise. */
export function aRouteTable(overrides: Resource<"RouteTables"> = {}): Resource<"RouteTables"> {
  return {
    RouteTableId: "rtb-1",
    VpcId: "vpc-1",
    OwnerId: ACCOUNT_ID,
    Associations: [{ Main: true, RouteTableId: "rtb-1", AssociationState: { State: "associated" } }],
    Routes: [aRoute()],
    ...overrides,
  };
}

/** An explicit association with each subnet. */
export function associatedWith(...subnetIds: string[]): NonNullable<Resource<"RouteTables">["Associations"]> {
  return subnetIds.map((SubnetId) => ({ SubnetId, Main: false, AssociationState: { State: "associated" } }));
}

export function aSecurityGroup(overrides: Resource<"SecurityGroups"> = {}): Resource<"SecurityGroups"> {
  return {
    GroupId: "sg-1",
    GroupName: "app",
    Description: "app",
    VpcId: "vpc-1",
    OwnerId: ACCOUNT_ID,
    IpPermissions: [],
    IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    ...overrides,
  };
}

export function aNetworkAcl(overrides: Resource<"NetworkAcls"> = {}): Resource<"NetworkAcls"> {
  return {
    NetworkAclId: "acl-1",
    VpcId: "vpc-1",
    IsDefault: true,
    Associations: [{ NetworkAclId: "acl-1", SubnetId: "subnet-1" }],
    Entries: [{ RuleNumber: 100, Egress: true, Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0" }],
    ...overrides,
  };
}

export function aNetworkInterface(
  overrides: Resource<"NetworkInterfaces"> = {},
): Resource<"NetworkInterfaces"> {
  return {
    NetworkInterfaceId: "eni-1",
    InterfaceType: "interface",
    SubnetId: "subnet-1",
    VpcId: "vpc-1",
    Status: "in-use",
    PrivateIpAddress: "10.0.1.10",
    Groups: [{ GroupId: "sg-1" }],
    ...overrides,
  };
}

/** One of Lambda's own, as DescribeNetworkInterfaces shows it. */
export function aLambdaInterface(
  overrides: Resource<"NetworkInterfaces"> = {},
): Resource<"NetworkInterfaces"> {
  return aNetworkInterface({
    InterfaceType: "lambda",
    Description: "AWS Lambda VPC ENI-orders-0f4e3f0a-0000-4000-8000-000000000000",
    RequesterManaged: false,
    ...overrides,
  });
}
