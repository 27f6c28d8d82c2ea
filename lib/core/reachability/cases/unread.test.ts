import { describe, expect, it } from "vitest";
import type { ReadCall } from "@/lib/core/network/calls";
import { answerOf, ask, unknown, unreachable } from "./ask-codes.test-builder";
import { openVpc } from "./open-vpc.test-builder";

const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const SOMEWHERE6 = { destination: { cidr: "2001:4860:4860::8888/128" } };
const routed = (target: object, vpc: object = {}) =>
  openVpc(1, {
    vpc,
    routes: [
      { DestinationCidrBlock: "0.0.0.0/0", ...target },
      { DestinationIpv6CidrBlock: "::/0", ...target },
    ],
  });
const UNREAD = unknown("NOT_EVALUATED_UNREAD");

describe("a route to something that is not among what was read", () => {
  const cases: [string, object, ReadCall][] = [
    ["a NAT gateway", { NatGatewayId: "nat-1" }, "DescribeNatGateways"],
    ["a peering", { VpcPeeringConnectionId: "pcx-1" }, "DescribeVpcPeeringConnections"],
    ["an interface", { NetworkInterfaceId: "eni-gone" }, "DescribeNetworkInterfaces"],
    ["an instance", { InstanceId: "i-gone" }, "DescribeNetworkInterfaces"],
    ["an address", { IpAddress: "10.1.2.77" }, "DescribeNetworkInterfaces"],
    ["what is no address", { IpAddress: "next-hop" }, "DescribeNetworkInterfaces"],
    ["a transit gateway", { TransitGatewayId: "tgw-1" }, "DescribeTransitGatewayVpcAttachments"],
  ];
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const asked = { ...SOMEWHERE, source: { connection } };

  it.each(cases)(
    "may lead on though its call was read, for AWS marks what is gone: %s",
    (_, target, call) => {
      const active = routed({ ...target, State: "active" });
      expect(ask(active, asked)).toEqual(UNREAD);
      const [trace] = answerOf(active, asked).traces;
      const [told] = trace?.notEvaluated ?? [];
      expect(told?.message).toContain(`it is not in the answer of ${call}`);
      expect(Object.values(target)).toContain(told?.resourceId);
      expect(ask(routed({ ...target, State: "blackhole" }), asked)).toEqual(unreachable("BAD_STATE_ROUTE"));
    },
  );

  it.each([
    ["a VPN gateway", "vgw-1", "NOT_EVALUATED_ON_PREMISES"],
    ["a Gateway Load Balancer endpoint", "vpce-1", "PATH_THROUGH_GWLB_NOT_CHECKED"],
  ] as const)("may lead on to what is never known: %s", (_, GatewayId, code) => {
    expect(ask(routed({ GatewayId }), asked)).toEqual(unknown(code));
    expect(ask(routed({ GatewayId, State: "blackhole" }), asked)).toEqual(unreachable("BAD_STATE_ROUTE"));
  });

  it.each(cases)("is not known to lead anywhere where its call was not read: %s", (_, target, call) => {
    expect(ask(routed(target), asked, [call])).toEqual(UNREAD);
  });

  it.each(cases)("may lead on where another account shares the VPC: %s", (_, target) => {
    expect(ask(routed(target, { OwnerId: "444455556666" }), asked)).toEqual(UNREAD);
  });

  it.each(cases)("may lead on where the VPC itself was not read: %s", (_, target) => {
    expect(ask(routed(target), asked, ["DescribeVpcs"])).toEqual(UNREAD);
  });

  it("names the instance or the interface as a hop", () => {
    const kindsTo = (target: object, id: string) =>
      answerOf(routed(target), asked).traces.flatMap(({ forward }) =>
        forward.filter(({ resourceId }) => resourceId === id).map(({ kind }) => kind),
      );
    expect(kindsTo({ InstanceId: "i-gone" }, "i-gone")).toEqual(["instance"]);
    expect(kindsTo({ NetworkInterfaceId: "eni-gone" }, "eni-gone")).toEqual(["network-interface"]);
  });
});

describe("a gateway that a route names", () => {
  const EGRESS_ONLY = { EgressOnlyInternetGatewayId: "eigw-1" };
  const ENDPOINT = {
    DestinationCidrBlock: undefined,
    DestinationPrefixListId: "pl-s3",
    GatewayId: "vpce-s3",
  };
  const withList = {
    ...openVpc(1, { a: { eni: { Association: { PublicIp: "203.0.113.50" } }, routes: [ENDPOINT] } }),
    PrefixLists: [{ PrefixListId: "pl-s3", Cidrs: ["8.8.8.0/24"] }],
  };
  const inPublic = openVpc(1, {
    routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
    a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
  });

  it.each([
    ["an internet gateway", inPublic, SOMEWHERE, "DescribeInternetGateways"],
    ["an egress-only gateway", routed(EGRESS_ONLY), SOMEWHERE6, "DescribeEgressOnlyInternetGateways"],
    ["a gateway endpoint", withList, SOMEWHERE, "DescribeVpcEndpoints"],
  ] as const)("is not known to work where it was not read: %s", (_, network, asked, call) => {
    expect(ask(network, asked, [call])).toEqual(UNREAD);
    // Read or not, the route names it.
    expect(ask(network, asked)).toEqual(UNREAD);
    const [trace] = answerOf(network, asked).traces;
    expect(trace?.notEvaluated.map(({ message }) => message).join()).toContain("it is not in the answer of");
  });
});

it("a network ACL that is told without its entries, of which AWS gives each some, may allow or deny", () => {
  const { NetworkAcls = [], ...rest } = openVpc(1);
  const untold = NetworkAcls.map((acl) => ({ ...acl, Entries: undefined }));
  const asked = { destination: { networkInterfaceId: "eni-1b" } };
  expect(ask({ ...rest, NetworkAcls: untold }, asked)).toEqual(UNREAD);
});

it("a link-local address is forwarded by no route, though which table the subnet has was not read", () => {
  for (const cidr of ["169.254.168.7/32", "169.254.168.0/22"])
    expect(ask(openVpc(1), { destination: { cidr } }, ["DescribeRouteTables"])).toEqual(
      unreachable("NO_ROUTE_TO_DESTINATION"),
    );
});

describe("an address that nobody is known to have", () => {
  const inSubnet = { destination: { cidr: "10.1.2.99/32" } };
  const inNoSubnet = { destination: { cidr: "10.1.77.7/32" } };

  it("is nobody's where everything was read", () => {
    expect(ask(openVpc(1), inSubnet)).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
    expect(ask(openVpc(1), inNoSubnet)).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
  });

  it("may be somebody's where interfaces or subnets were not read", () => {
    const source = { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } };
    expect(ask(openVpc(1), { ...inSubnet, source }, ["DescribeNetworkInterfaces"])).toEqual(UNREAD);
    expect(ask(openVpc(1), inNoSubnet, ["DescribeSubnets"])).toEqual(UNREAD);
  });

  it("may be another's in a shared VPC: who shares it sees its own interfaces only", () => {
    const shared = openVpc(1, { vpc: { OwnerId: "444455556666" } });
    expect(ask(shared, inSubnet)).toEqual(UNREAD);
    expect(ask(shared, inNoSubnet)).toEqual(UNREAD);
  });

  it("may be the resolver's where the VPC was not read, which tells its second address", () => {
    expect(ask(openVpc(1), { destination: { cidr: "10.1.0.2/32" } }, ["DescribeVpcs"])).toEqual(UNREAD);
  });
});
