import { describe, expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { aRouteTable } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const closed = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true, RuleAction: "deny" })];
const neighbour = (PrivateIpAddress: string, SubnetId = "subnet-1b") => ({
  NetworkInterfaces: [
    {
      NetworkInterfaceId: `eni-${PrivateIpAddress}`,
      VpcId: "vpc-1",
      SubnetId,
      Status: "in-use" as const,
      PrivateIpAddress,
      Groups: [{ GroupId: "sg-1" }],
    },
  ],
});

describe("a block of addresses in a VPC", () => {
  const asked = { destination: { cidr: "10.1.2.10/31" } };

  it("is reached where every address of it is somebody's who is reached", () => {
    expect(ask(together(openVpc(1), neighbour("10.1.2.11")), asked)).toEqual(REACHABLE);
  });

  it("is not reached where one address of it is nobody's", () => {
    expect(ask(openVpc(1), asked)).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
    expect(ask(together(openVpc(1), neighbour("10.1.2.12")), asked)).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
  });

  it("is not known where its subnet was not read, though one of it is known", () => {
    const network = together(openVpc(1), neighbour("10.1.1.20", "subnet-1a"));
    expect(ask(network, { destination: { cidr: "10.1.1.20/32" } }, ["DescribeSubnets"])).toEqual(REACHABLE);
    expect(ask(network, { destination: { cidr: "10.1.1.20/31" } }, ["DescribeSubnets"])).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });
});

describe("the private address of a NAT gateway", () => {
  const withNat = (own: object) =>
    together(openVpc(1), {
      NatGateways: [
        aNatGateway({ NatGatewayId: "nat-other", SubnetId: "subnet-1a" }),
        aNatGateway({
          SubnetId: "subnet-1b",
          NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
          ...own,
        }),
      ],
    });
  const at = (cidr: string) => ({ destination: { cidr } });

  it("is known by the gateway, which accepts nothing, also where its interface was not read", () => {
    expect(ask(withNat({}), at("10.1.2.20/32"))).toEqual(unreachable("NAT_GATEWAY_ACCEPTS_NO_INBOUND"));
    expect(ask(withNat({}), at("10.1.2.21/32"))).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
  });

  it.each([["failed"], ["deleted"]])("is nobody's any more once the gateway is %s", (State) => {
    expect(ask(withNat({ State }), at("10.1.2.20/32"))).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
  });
});

describe("neighbours in a subnet whose range was not recorded", () => {
  const unranged = (CidrBlock: undefined | string) =>
    together(
      openVpc(1, { a: { subnet: { CidrBlock }, entries: closed } }),
      neighbour("10.1.1.20", "subnet-1a"),
    );

  it("meet without its network ACL, as their interfaces tell the subnet", () => {
    const asked = { destination: { cidr: "10.1.1.20/32" } };
    expect(ask(unranged("10.1.1.0/24"), asked)).toEqual(REACHABLE);
    expect(ask(unranged(undefined), asked)).toEqual(REACHABLE);
  });

  it("do not meet others without it", () => {
    const asked = { destination: { cidr: "10.1.2.10/32" } };
    expect(ask(unranged(undefined), asked)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });
});

describe("link-local addresses", () => {
  it.each([["169.254.170.2/32"], ["169.254.169.254/32"], ["fd00:ec2::254/128"], ["fe80::1/128"]])(
    "are forwarded by no route: %s",
    (cidr) => {
      const network = openVpc(1, {
        routes: [
          { DestinationCidrBlock: "0.0.0.0/0", TransitGatewayId: "tgw-1" },
          { DestinationIpv6CidrBlock: "::/0", TransitGatewayId: "tgw-1" },
        ],
      });
      expect(ask(network, { destination: { cidr } })).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
    },
  );
});

describe("the resolver of a VPC", () => {
  const asked = { destination: { cidr: "10.1.0.2/32" }, protocol: "udp", port: 53 } as const;

  it("is not known to be on where no answer names the VPC", () => {
    const attributes = { VpcAttributes: [{ VpcId: "vpc-2", EnableDnsSupport: { Value: true } }] };
    expect(ask(together(openVpc(1), attributes), asked)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it("is at its fixed addresses where no IPv4 range of the VPC was recorded", () => {
    const vpc = { CidrBlock: undefined, CidrBlockAssociationSet: undefined };
    const attributes = { VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }] };
    const network = together(openVpc(1, { vpc }), attributes);
    expect(ask(network, { ...asked, destination: { cidr: "169.254.169.253/32" } })).toEqual(REACHABLE);
  });
});

describe("a subnet's route table", () => {
  it("that is associated but was not read leaves everything beyond the subnet unknown", () => {
    const other = aRouteTable({ VpcId: "vpc-1", RouteTableId: "rtb-other", Associations: [], Routes: [] });
    const network = { ...openVpc(1), RouteTables: [other] };
    expect(ask(network, { destination: { cidr: "10.1.2.10/32" } })).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});
