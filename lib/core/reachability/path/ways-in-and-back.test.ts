import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface, aRouteTable, associatedWith, aVpc } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";

const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };

it("an unread internet gateway may let somebody in, though a table of the VPC is nobody's", () => {
  const network = together(
    openVpc(1, { routes: [TO_INTERNET], b: { eni: { Association: { PublicIp: "203.0.113.8" } } } }),
    { RouteTables: [{ RouteTableId: "rtb-unused", VpcId: "vpc-1" }] },
  );
  const asked = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1b" } };
  expect(ask(network, asked, ["DescribeInternetGateways"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});

it("an unread internet gateway is entered by the table that names it", () => {
  const network = together(
    openVpc(1, { routes: [TO_INTERNET], b: { eni: { Association: { PublicIp: "203.0.113.8" } } } }),
    {
      RouteTables: [
        aRouteTable({
          RouteTableId: "rtb-edge",
          Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
          Routes: [
            { DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-gone", State: "blackhole" },
          ],
        }),
      ],
    },
  );
  const asked = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1b" } };
  expect(ask(network, asked, ["DescribeInternetGateways"])).toEqual(unreachable("BAD_STATE_ROUTE"));
  // A table of another VPC says nothing of this one's gateway.
  const RouteTables = (network.RouteTables ?? []).map((one) =>
    one.RouteTableId === "rtb-edge"
      ? { ...one, VpcId: "vpc-2", Associations: [{ GatewayId: "igw-2" }] }
      : one,
  );
  const ofAnother = { ...network, RouteTables };
  expect(ask(ofAnother, asked, ["DescribeInternetGateways"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});

it("a public address of the same VPC is not reached without one of the sender's own", () => {
  const withPublic = (own: object) =>
    together(
      openVpc(1, {
        routes: [TO_INTERNET],
        a: { eni: own },
        b: { eni: { Association: { PublicIp: "203.0.113.8" } } },
      }),
      { InternetGateways: [anInternetGateway()] },
    );
  const asked = { destination: { cidr: "203.0.113.8/32" } };
  expect(ask(withPublic({ Association: { PublicIp: "203.0.113.7" } }), asked)).toEqual(REACHABLE);
  expect(ask(withPublic({}), asked)).toEqual(unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"));
  // Whether an interface that nobody read has one is not known.
  const asNobody = { ...asked, source: { cidr: "10.1.1.77/32" } };
  expect(ask(withPublic({}), asNobody)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});

it("an interface that is named is not somebody else's with the same address in another VPC", () => {
  const network = together(openVpc(1), {
    Vpcs: [aVpc({ VpcId: "vpc-twin", CidrBlock: "10.1.0.0/16" })],
    NetworkInterfaces: [
      aNetworkInterface({
        NetworkInterfaceId: "eni-twin",
        VpcId: "vpc-twin",
        SubnetId: "subnet-twin",
        PrivateIpAddress: "10.1.2.10",
      }),
    ],
  });
  expect(ask(network, { destination: { networkInterfaceId: "eni-1b" } })).toEqual(REACHABLE);
  expect(ask(network, { destination: { networkInterfaceId: "eni-twin" } })).toEqual(
    unreachable("DISCONNECTED_VPCS"),
  );
});

describe("whoever asks from the internet", () => {
  const toService = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" };
  const network = together(
    openVpc(1, {
      routes: [TO_INTERNET, toService],
      b: { eni: { Association: { PublicIp: "203.0.113.8" } } },
    }),
    { InternetGateways: [anInternetGateway()] },
  );
  const to = { destination: { networkInterfaceId: "eni-1b" } };

  it("is answered by the internet gateway, whatever a gateway endpoint's unread list holds", () => {
    expect(ask(network, { ...to, source: { cidr: "0.0.0.0/0" } })).toEqual(REACHABLE);
  });

  it("may be answered by that endpoint where one address is asked about, which the list may hold", () => {
    expect(ask(network, { ...to, source: { cidr: "8.8.4.4/32" } })).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

it("a reply may be routed to the interface of the NAT gateway that it goes to", () => {
  const inC = { VpcId: "vpc-1", SubnetId: "subnet-1c" };
  const network = together(
    openVpc(1, { a: { routes: [{ DestinationCidrBlock: "10.1.3.0/24", NatGatewayId: "nat-1" }] } }),
    {
      NatGateways: [
        aNatGateway({
          SubnetId: "subnet-1b",
          ConnectivityType: "private",
          NatGatewayAddresses: [{ PrivateIp: "10.1.2.20" }],
        }),
      ],
      Subnets: [{ ...inC, CidrBlock: "10.1.3.0/24" }],
      NetworkAcls: [
        {
          NetworkAclId: "acl-1c",
          VpcId: "vpc-1",
          Associations: [{ SubnetId: "subnet-1c" }],
          Entries: [anEntry({}), anEntry({ Egress: true })],
        },
      ],
      RouteTables: [
        aRouteTable({
          VpcId: "vpc-1",
          RouteTableId: "rtb-1c",
          Associations: associatedWith("subnet-1c"),
          Routes: [{ DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-nat", State: "active" }],
        }),
      ],
      NetworkInterfaces: [
        aNetworkInterface({
          NetworkInterfaceId: "eni-nat",
          // What stands on the wire; the SDK's type has another spelling.
          InterfaceType: "nat_gateway" as "natGateway",
          VpcId: "vpc-1",
          SubnetId: "subnet-1b",
          PrivateIpAddress: "10.1.2.20",
          Groups: [],
        }),
        aNetworkInterface({
          ...inC,
          NetworkInterfaceId: "eni-1c",
          PrivateIpAddress: "10.1.3.10",
          Groups: [{ GroupId: "sg-1" }],
        }),
      ],
    },
  );
  expect(ask(network, { destination: { networkInterfaceId: "eni-1c" } })).toEqual(REACHABLE);
});
