import { describe, expect, it } from "vitest";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aNetworkInterface, aRoute, aRouteTable } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const OFFICE = { destination: { cidr: "192.168.7.7/32" } };
const routedBy = (target: object) =>
  openVpc(1, { a: { routes: [{ DestinationCidrBlock: "192.168.0.0/16", ...target }] } });
const firewall = (own: object = {}) => ({
  NetworkInterfaces: [
    aNetworkInterface({
      NetworkInterfaceId: "eni-firewall",
      PrivateIpAddress: "10.1.2.30",
      SubnetId: "subnet-1b",
      SourceDestCheck: false,
      Attachment: { InstanceId: "i-firewall", DeviceIndex: 0, Status: "attached" },
      Groups: [{ GroupId: "sg-1" }],
      ...own,
    }),
  ],
});
const FORWARDS = "NOT_EVALUATED_APPLIANCE";

describe("a next hop", () => {
  const targets: [string, object][] = [
    ["its interface", { NetworkInterfaceId: "eni-firewall" }],
    ["its instance", { InstanceId: "i-firewall" }],
    ["its address", { IpAddress: "10.1.2.30" }],
  ];

  it.each(targets)("named by %s is asked whether it takes what is not its own", (_, target) => {
    const answer = ask(together(routedBy(target), firewall()), OFFICE);
    expect(answer.verdict).toBe("unknown");
    expect(answer.codes).toContain(FORWARDS);
    const checking = (SourceDestCheck: boolean | undefined) =>
      ask(together(routedBy(target), firewall({ SourceDestCheck })), OFFICE);
    expect(checking(true)).toEqual(unreachable("ENI_SOURCE_DEST_CHECK_RESTRICTION"));
    // AWS always tells: what was left out may be off.
    expect(checking(undefined).verdict).toBe("unknown");
  });

  it.each(targets)(
    "named by %s does not work while it is not used or its instance stands still",
    (_, target) => {
      expect(ask(together(routedBy(target), firewall({ Status: "available" })), OFFICE)).toEqual(
        unreachable("BAD_STATE"),
      );
      const stopped = aReservation({ InstanceId: "i-firewall", State: { Name: "stopped" } });
      const network = together(routedBy(target), firewall(), { Reservations: [stopped] });
      expect(ask(network, OFFICE)).toEqual(unreachable("BAD_STATE"));
    },
  );

  it("on the way back is asked whether it takes what is not its own too", () => {
    const back = { DestinationCidrBlock: "10.1.1.0/24", NetworkInterfaceId: "eni-firewall" };
    const toB = { destination: { cidr: "10.1.2.10/32" } };
    const network = (own: object) => together(openVpc(1, { b: { routes: [back] } }), firewall(own));
    expect(ask(network({}), toB)).toEqual(unknown("NOT_EVALUATED_APPLIANCE"));
    expect(ask(network({ SourceDestCheck: true }), toB)).toEqual(
      unreachable("ENI_SOURCE_DEST_CHECK_RESTRICTION"),
    );
  });

  it("on the way back leaves open whether anything gets through, though a part certainly does not", () => {
    const back = { DestinationCidrBlock: "10.1.1.0/24", NetworkInterfaceId: "eni-firewall" };
    const https = { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    const network = together(openVpc(1, { inbound: [https], b: { routes: [back] } }), firewall());
    const toB = { destination: { cidr: "10.1.2.10/32" }, protocol: "tcp" as const };
    expect(ask(network, { ...toB, port: { from: 443, to: 444 } }).verdict).toBe("unknown");
    expect(ask(network, { ...toB, port: 444 }).verdict).toBe("unreachable");
  });

  it("must be in the VPC of the table", () => {
    const far = openVpc(2);
    expect(ask(together(routedBy({ NetworkInterfaceId: "eni-2a" }), far), OFFICE)).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
  });

  it("that has the destination's address itself is there, whatever its source/destination check", () => {
    const toB = [{ DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-1b" }];
    expect(ask(openVpc(1, { a: { routes: toB } }), { destination: { cidr: "10.1.2.10/32" } })).toEqual(
      REACHABLE,
    );
  });
});

describe("a Gateway Load Balancer endpoint behind an internet gateway", () => {
  const edge = (entries?: ReturnType<typeof anEntry>[]) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
        b: entries ? { entries } : {},
      }),
      {
        InternetGateways: [anInternetGateway()],
        VpcEndpoints: [
          {
            VpcEndpointId: "vpce-1",
            VpcEndpointType: "GatewayLoadBalancer",
            VpcId: "vpc-1",
            State: "Available",
            SubnetIds: ["subnet-1b"],
          },
        ],
        RouteTables: [
          aRouteTable({
            RouteTableId: "rtb-edge",
            Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
            Routes: [
              aRoute({ DestinationCidrBlock: "10.1.0.0/16" }),
              aRoute({ DestinationCidrBlock: "10.1.1.0/24", GatewayId: "vpce-1" }),
            ],
          }),
        ],
      },
    );
  const asked = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1a" } };

  it("makes what comes in unknown, but for the network ACL of its subnet", () => {
    // Which source address the receiver's groups see is not known either.
    expect(ask(edge(), asked)).toEqual(unknown("NOT_EVALUATED_UNREAD", "PATH_THROUGH_GWLB_NOT_CHECKED"));
    expect(ask(edge([anEntry({ Egress: true })]), asked)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });
});

describe("a network ACL that lets nothing in", () => {
  const entries = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true })];
  const inSubnet = (SubnetId: string) => ({
    VpcEndpoints: [aVpcEndpoint({ VpcEndpointType: "GatewayLoadBalancer", SubnetIds: [SubnetId] })],
  });
  const routes = [{ DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vpce-1" }];

  it("stops packets to a Gateway Load Balancer endpoint in its subnet, unless they come from there", () => {
    const from = (letter: "a" | "b") =>
      ask(together(openVpc(1, { routes, [letter]: { entries } }), inSubnet(`subnet-1${letter}`)), OFFICE);
    expect(from("b")).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
    expect(from("a")).toEqual(unknown("PATH_THROUGH_GWLB_NOT_CHECKED"));
  });
});

describe("a route whose target is not modelled", () => {
  it.each([
    [{ CarrierGatewayId: "cagw-1" }],
    [{ LocalGatewayId: "lgw-1" }],
    [{ CoreNetworkArn: "arn:aws:networkmanager::111122223333:core-network/core-network-1" }],
    [{ OdbNetworkArn: "arn:aws:odb:eu-west-1:111122223333:odb-network/odbnet_1" }],
    [{ GatewayId: "VpcLattice" }],
    [{ GatewayId: "xgw-1" }],
  ])("leads to what is not known: %j", (target) => {
    expect(ask(routedBy(target), OFFICE)).toEqual(unknown("NOT_EVALUATED_TARGET_KIND"));
  });
});
