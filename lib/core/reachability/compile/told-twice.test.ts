import { expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aRoute, aRouteTable, associatedWith, aSubnet } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";

const TO_B = { destination: { networkInterfaceId: "eni-1b" } };

/** What AWS never gives, and an import may: the answer is one in whichever order it comes. */
it("two network ACL entries with one number deny first", () => {
  const twice = [
    anEntry({ Egress: true }),
    anEntry({ Egress: true, RuleAction: "deny", CidrBlock: "10.1.2.0/24" }),
    anEntry({ Egress: true, RuleAction: "deny", CidrBlock: "10.1.2.0/25" }),
  ];
  for (const order of [twice, twice.toReversed()]) {
    const network = openVpc(1, { a: { entries: [anEntry({}), ...order] } });
    expect(ask(network, TO_B)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  }
});

it("of two route tables that name one subnet the first by name counts", () => {
  const local = aRoute({ DestinationCidrBlock: "10.1.0.0/16" });
  const tableOf = (RouteTableId: string, Routes: object[]) =>
    aRouteTable({ VpcId: "vpc-1", RouteTableId, Associations: associatedWith("subnet-1a"), Routes });
  const works = tableOf("rtb-x", [local]);
  const leadsNowhere = tableOf("rtb-y", []);
  for (const RouteTables of [
    [works, leadsNowhere],
    [leadsNowhere, works],
  ])
    expect(ask(together(openVpc(1), { RouteTables }), TO_B)).toEqual(REACHABLE);
});

it("of two tables that name one gateway the first by name counts", () => {
  const edge = (RouteTableId: string, State: "active" | "blackhole") =>
    aRouteTable({
      RouteTableId,
      Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
      Routes: [
        aRoute({ DestinationCidrBlock: "10.1.0.0/16" }),
        { DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-gone", State },
      ],
    });
  const network = together(
    openVpc(1, {
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      b: { eni: { Association: { PublicIp: "203.0.113.8" } } },
    }),
    { InternetGateways: [anInternetGateway()] },
  );
  const asked = { ...TO_B, source: { cidr: "8.8.4.4/32" } };
  const works = aRouteTable({
    RouteTableId: "rtb-edge-1",
    Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
    Routes: [aRoute({ DestinationCidrBlock: "10.1.0.0/16" })],
  });
  expect(ask(together(network, { RouteTables: [works, edge("rtb-edge-2", "blackhole")] }), asked)).toEqual(
    REACHABLE,
  );
  expect(ask(together(network, { RouteTables: [edge("rtb-edge-0", "blackhole"), works] }), asked)).toEqual(
    unreachable("BAD_STATE_ROUTE"),
  );
});

it("of two network ACLs that name one subnet the first by name counts", () => {
  const closed = { NetworkAclId: "acl-0", VpcId: "vpc-1", Associations: [{ SubnetId: "subnet-1a" }] };
  const shut = { NetworkAcls: [{ ...closed, Entries: [] }] };
  for (const parts of [
    [openVpc(1), shut],
    [shut, openVpc(1)],
  ])
    expect(ask(together(...parts), TO_B).verdict).toBe("unreachable");
});

it("of two subnets with one range the first by id receives", () => {
  const twin = (SubnetId: string, CidrBlock = "10.1.2.0/24") =>
    aSubnet({ VpcId: "vpc-1", SubnetId, CidrBlock });
  const narrow = twin("subnet-1ab", "10.1.2.0/25");
  for (const twins of [
    [narrow, twin("subnet-1aa"), twin("subnet-1c")],
    [twin("subnet-1c"), twin("subnet-1aa"), narrow],
  ]) {
    const { traces } = answerOf(together({ Subnets: twins }, openVpc(1)), TO_B);
    const passed = traces.flatMap(({ forward }) => forward.map(({ resourceId }) => resourceId));
    expect(passed).toContain("subnet-1aa");
    expect(passed).not.toContain("subnet-1c");
  }
});
