import { expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aVpc } from "@/lib/testing/builders/vpc-resources";
import type { Flow } from "./flow";
import { twoSubnets, verdictOf } from "./testing/ask-network.test-builder";

const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
const TO_NAT = { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" };
const TO_TRANSIT = { DestinationCidrBlock: "0.0.0.0/0", TransitGatewayId: "tgw-1" };
const OUTSIDE = { source: { cidr: "8.8.4.4/32" } };
const withGateway = twoSubnets([TO_INTERNET], { InternetGateways: [anInternetGateway()] });

it("an unread subnet uses its VPC's main table where its interfaces tell the VPC", () => {
  expect(verdictOf(twoSubnets(), {}, ["DescribeSubnets"])).toBe("unreachable");
  expect(verdictOf(withGateway, {}, ["DescribeSubnets"])).toBe("reachable");
});

it("neighbours in an unread subnet meet, though its table has a list that was not read", () => {
  const neighbour = {
    NetworkInterfaceId: "eni-3",
    VpcId: "vpc-1",
    SubnetId: "subnet-1",
    Status: "in-use" as const,
    PrivateIpAddress: "10.0.1.30",
    Groups: [{ GroupId: "sg-1" }],
  };
  const { NetworkInterfaces = [], ...rest } = twoSubnets([
    { DestinationPrefixListId: "pl-own", NatGatewayId: "nat-1" },
  ]);
  const network = { ...rest, NetworkInterfaces: [...NetworkInterfaces, neighbour] };
  const to = (cidr: string) => verdictOf(network, { destination: { cidr } }, ["DescribeSubnets"]);
  expect(to("10.0.1.30/32")).toBe("reachable");
  expect(to("10.0.1.10/32")).toBe("reachable");
  expect(to("10.0.2.30/32")).toBe("unknown");
});

it("an internet gateway that was not read makes what it carries unknown, but a certain block stays one", () => {
  expect(verdictOf(withGateway, {}, ["DescribeInternetGateways"])).toBe("unknown");
  const toClosed = { ...OUTSIDE, destination: { networkInterfaceId: "eni-2" } };
  expect(verdictOf(withGateway, toClosed, ["DescribeInternetGateways"])).toBe("unreachable");
});

it("an unread edge table may lead to an appliance, behind which somebody else may answer for an address", () => {
  const toAddress = { ...OUTSIDE, destination: { cidr: "203.0.113.60/32" } };
  expect(verdictOf(withGateway, toAddress)).toBe("unreachable");
  expect(verdictOf(withGateway, toAddress, ["DescribeRouteTables"])).toBe("unknown");
});

it("nobody known has the address that somebody outside asks for", () => {
  expect(verdictOf(withGateway, { ...OUTSIDE, destination: { cidr: "203.0.113.99/32" } })).toBe("unknown");
});

it("which of two VPCs with one range is meant by an address asked for from a data centre is not known", () => {
  const stopped = { InstanceId: "i-1", State: { Name: "stopped" as const } };
  const at = (VpcId: string, NetworkInterfaceId: string) => ({
    NetworkInterfaceId,
    VpcId,
    SubnetId: `${VpcId}-subnet`,
    Status: "in-use" as const,
    PrivateIpAddress: "10.9.9.9",
    Groups: [{ GroupId: "sg-1" }],
    Attachment: { InstanceId: "i-1" },
  });
  const both = [at("vpc-1", "eni-8"), at("vpc-2", "eni-9")];
  const asked = (NetworkInterfaces: object[], destination: Flow["destination"]) =>
    verdictOf(
      {
        ...twoSubnets(),
        Vpcs: [aVpc(), aVpc({ VpcId: "vpc-2" })],
        NetworkInterfaces,
        Reservations: [{ ReservationId: "r-1", Instances: [stopped] }],
      },
      { source: { cidr: "192.168.7.7/32" }, destination },
    );
  expect(asked(both.slice(0, 1), { cidr: "10.9.9.9/32" })).toBe("unreachable");
  expect(asked(both, { cidr: "10.9.9.9/32" })).toBe("unknown");
  expect(asked(both, { networkInterfaceId: "eni-9" })).toBe("unreachable");
});

it("a NAT gateway carries TCP, UDP and ICMP only, whether or not it was read", () => {
  expect(verdictOf(twoSubnets([TO_NAT]), {}, ["DescribeNatGateways"])).toBe("unknown");
  expect(verdictOf(twoSubnets([TO_NAT]), { protocol: 50 }, ["DescribeNatGateways"])).toBe("unreachable");
});

it("a reply that is routed to a NAT gateway never comes back, whether or not that was read", () => {
  const routes = [TO_NAT];
  const fromOutside = { ...OUTSIDE, destination: { networkInterfaceId: "eni-1" } };
  const network = twoSubnets(routes, { InternetGateways: [anInternetGateway()] });
  expect(verdictOf(network, fromOutside, ["DescribeNatGateways"])).toBe("unreachable");
});

it("a regional NAT gateway whose table leads nowhere stops packets from a subnet whose zone was not read", () => {
  const regional = {
    NatGatewayId: "nat-1",
    VpcId: "vpc-1",
    RouteTableId: "rtb-nat",
    State: "available" as const,
    ConnectivityType: "public" as const,
    AvailabilityMode: "regional" as const,
    AutoProvisionZones: "disabled" as const,
    NatGatewayAddresses: [{ PublicIp: "203.0.113.7", AvailabilityZone: "eu-west-1b" }],
  };
  const { RouteTables = [], ...rest } = twoSubnets([TO_NAT], { NatGateways: [regional] });
  const behind = (Routes: object[]) => ({
    ...rest,
    InternetGateways: [anInternetGateway()],
    RouteTables: [...RouteTables, { RouteTableId: "rtb-nat", VpcId: "vpc-1", Associations: [], Routes }],
  });
  expect(verdictOf(behind([]), {}, ["DescribeSubnets"])).toBe("unreachable");
  const local = { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" };
  const works = behind([local, { ...TO_INTERNET, State: "active" }]);
  expect(verdictOf(works, {}, ["DescribeSubnets"])).toBe("unknown");
  expect(verdictOf(works, {})).toBe("unreachable");
});

it("a NAT gateway tells its private address where interfaces were not read", () => {
  const network = twoSubnets([], { NatGateways: [aNatGateway()] });
  const flow = {
    source: { connection: { subnetIds: ["subnet-2"], securityGroupIds: ["sg-1"] } },
    destination: { cidr: "10.0.1.20/32" },
  };
  expect(verdictOf(network, flow, ["DescribeNetworkInterfaces"])).toBe("unreachable");
});

it("the short list of attachments tells the table of one whose subnets were not read", () => {
  const network = (DestinationCidrBlock: string) =>
    twoSubnets([TO_TRANSIT], {
      TransitGateways: [{ TransitGatewayId: "tgw-1", OwnerId: "111122223333", State: "available" }],
      TransitGatewayAttachments: [
        {
          TransitGatewayAttachmentId: "tgw-attach-1",
          TransitGatewayId: "tgw-1",
          ResourceType: "vpc",
          ResourceId: "vpc-1",
          State: "available",
          Association: { TransitGatewayRouteTableId: "tgw-rtb-1", State: "associated" },
        },
      ],
      TransitGatewayRoutes: [
        {
          TransitGatewayRouteTableId: "tgw-rtb-1",
          Routes: [
            {
              DestinationCidrBlock,
              State: "active",
              Type: "static",
              TransitGatewayAttachments: [
                { TransitGatewayAttachmentId: "tgw-attach-2", ResourceId: "vpn-1", ResourceType: "vpn" },
              ],
            },
          ],
        },
      ],
    });
  expect(verdictOf(network("172.16.0.0/12"), {}, ["DescribeTransitGatewayVpcAttachments"])).toBe(
    "unreachable",
  );
  expect(verdictOf(network("0.0.0.0/0"), {}, ["DescribeTransitGatewayVpcAttachments"])).toBe("unknown");
});

it("an unread list of a gateway endpoint takes neither private nor shared addresses", () => {
  const toList = { DestinationPrefixListId: "pl-1", GatewayId: "vpce-1" };
  expect(verdictOf(twoSubnets([toList]), { destination: { cidr: "100.64.2.8/32" } })).toBe("unreachable");
  expect(verdictOf(twoSubnets([toList]), { destination: { cidr: "52.216.8.7/32" } })).toBe("unknown");
});

it("single rules stand for a group that DescribeSecurityGroups did not give", () => {
  const rule = {
    GroupId: "sg-1",
    IsEgress: true,
    IpProtocol: "tcp",
    FromPort: 443,
    ToPort: 443,
    CidrIpv4: "0.0.0.0/0",
  };
  const network = { ...withGateway, SecurityGroupRules: [{ ...rule, SecurityGroupRuleId: "sgr-1" }] };
  expect(verdictOf(network, {}, ["DescribeSecurityGroups"])).toBe("reachable");
  expect(verdictOf(network, { port: 22 }, ["DescribeSecurityGroups"])).toBe("unreachable");
  expect(verdictOf(withGateway, {}, ["DescribeSecurityGroups"])).toBe("unknown");
});

it("an outbound rule that names a group means nobody behind a VPN gateway", () => {
  const IpPermissionsEgress = [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-gone" }] }];
  const network = twoSubnets([{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "vgw-1" }], {
    SecurityGroups: [{ GroupId: "sg-1", VpcId: "vpc-1", IpPermissionsEgress }],
    VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: "vpc-1", State: "attached" }] }],
  });
  expect(verdictOf(network, {})).toBe("unreachable");
});

it("an interface endpoint whose state was not read may not be available", () => {
  const networkInterface = {
    NetworkInterfaceId: "eni-3",
    InterfaceType: "vpc_endpoint" as const,
    VpcId: "vpc-1",
    SubnetId: "subnet-2",
    Status: "in-use" as const,
    PrivateIpAddress: "10.0.2.40",
    Groups: [{ GroupId: "sg-1" }],
  };
  const { NetworkInterfaces = [], ...rest } = twoSubnets();
  const network = { ...rest, NetworkInterfaces: [...NetworkInterfaces, networkInterface] };
  const flow = { destination: { cidr: "10.0.2.40/32" } };
  const VpcEndpoints = [
    { VpcEndpointId: "vpce-1", State: "Available" as const, NetworkInterfaceIds: ["eni-3"] },
  ];
  expect(verdictOf({ ...network, VpcEndpoints }, flow)).toBe("reachable");
  expect(verdictOf({ ...network, VpcEndpoints }, flow, ["DescribeVpcEndpoints"])).toBe("unknown");
  expect(verdictOf(network, flow)).toBe("unknown");
});
