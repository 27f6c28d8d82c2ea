import { expect, it } from "vitest";
import { aRoute, aRouteTable, associatedWith } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
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

it("of two network ACLs that name one subnet the first by name counts", () => {
  const closed = { NetworkAclId: "acl-0", VpcId: "vpc-1", Associations: [{ SubnetId: "subnet-1a" }] };
  const shut = { NetworkAcls: [{ ...closed, Entries: [] }] };
  for (const parts of [
    [openVpc(1), shut],
    [shut, openVpc(1)],
  ])
    expect(ask(together(...parts), TO_B).verdict).toBe("unreachable");
});
