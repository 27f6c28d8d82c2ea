import { expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface, aRouteTable, associatedWith } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown } from "../cases/ask-codes.test-builder";
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
