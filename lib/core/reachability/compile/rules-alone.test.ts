import { describe, expect, it } from "vitest";
import { deniedCalls, aFullCapture } from "@/lib/testing/builders/snapshot";
import type { Resource } from "../../network/network";
import { buildNetwork } from "../../network/build-network";
import { ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { groupsOfRules } from "./groups-of-rules";

type Rule = Resource<"SecurityGroupRules">;

const B = { destination: { networkInterfaceId: "eni-1b" } };
const NOT_READ = ["DescribeSecurityGroups"] as const;
const outbound: Rule = {
  SecurityGroupRuleId: "sgr-out",
  GroupId: "sg-1",
  IsEgress: true,
  IpProtocol: "-1",
  CidrIpv4: "0.0.0.0/0",
};
const inbound = (peer: Rule): Rule => ({
  SecurityGroupRuleId: "sgr-in",
  GroupId: "sg-1",
  IsEgress: false,
  IpProtocol: "tcp",
  FromPort: 443,
  ToPort: 443,
  ...peer,
});
const withRules = (...SecurityGroupRules: Rule[]) => together(openVpc(1), { SecurityGroupRules });

describe("single rules of a group that DescribeSecurityGroups did not give", () => {
  it.each([
    ["a block", { CidrIpv4: "10.1.1.0/24" }, REACHABLE],
    ["another block", { CidrIpv4: "10.9.0.0/16" }, unreachable("ENI_SG_RULES_MISMATCH")],
    ["a group", { ReferencedGroupInfo: { GroupId: "sg-1" } }, REACHABLE],
    ["another group", { ReferencedGroupInfo: { GroupId: "sg-other" } }, unreachable("ENI_SG_RULES_MISMATCH")],
    ["a prefix list", { PrefixListId: "pl-senders" }, REACHABLE],
    ["IPv6 alone", { CidrIpv6: "::/0" }, unreachable("ENI_SG_RULES_MISMATCH")],
  ])("let in by %s as the group would", (_, peer, answer) => {
    const lists = {
      ManagedPrefixListEntries: [{ PrefixListId: "pl-senders", Entries: [{ Cidr: "10.1.1.0/24" }] }],
    };
    const network = together(withRules(outbound, inbound(peer)), lists);
    expect(ask(network, B, NOT_READ)).toEqual(answer);
  });

  it("let nothing out where they let it in", () => {
    const network = withRules(inbound({ CidrIpv4: "0.0.0.0/0" }));
    expect(ask(network, B, NOT_READ)).toEqual(unreachable("SG_HAS_NO_RULES"));
  });

  it("say nothing of a group that has none of them, nor where they name no group", () => {
    const other = { ...inbound({ CidrIpv4: "0.0.0.0/0" }), GroupId: "sg-other" };
    const nobodys = { ...inbound({ CidrIpv4: "0.0.0.0/0" }), GroupId: undefined };
    expect(ask(withRules(other), B, NOT_READ)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    expect(ask(withRules(nobodys), B, NOT_READ)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it("count for nothing where the group was given, or where their list was cut off", () => {
    const open = inbound({ CidrIpv4: "0.0.0.0/0" });
    const closed = { ...openVpc(1, { inbound: [] }), SecurityGroupRules: [open] };
    expect(ask(closed, B)).toEqual(unreachable("SG_HAS_NO_RULES"));
    const cutOff = aFullCapture(
      { SecurityGroupRules: [open] },
      { coverage: deniedCalls("DescribeSecurityGroupRules") },
    );
    expect(groupsOfRules(buildNetwork({ captures: [cutOff] })).size).toBe(0);
  });
});
