import { describe, expect, it } from "vitest";
import { answerOf, ask, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" } };

describe("a security group that was not read", () => {
  const alone = openVpc(1, { b: { eni: { Groups: [{ GroupId: "sg-shared" }] } } });
  const besides = openVpc(1, { b: { eni: { Groups: [{ GroupId: "sg-1" }, { GroupId: "sg-shared" }] } } });

  it("may let in anything, though every group that there is was asked for", () => {
    expect(ask(alone, B)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    const messages = answerOf(alone, B).traces.flatMap((trace) =>
      trace.notEvaluated.map((one) => one.message),
    );
    expect(messages).toContain("The rules of sg-shared are not known: it is not among the groups read.");
  });

  it("does not matter where another group lets the packet in", () => {
    expect(ask(besides, B)).toEqual({ verdict: "reachable", codes: [] });
  });

  it("may let in what the others do not", () => {
    const closed = {
      ...besides,
      ...openVpc(1, { inbound: [], b: { eni: besides.NetworkInterfaces?.[1] ?? {} } }),
    };
    expect(ask(closed, B)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

describe("a rule that names a group, for an address whose holder was not read", () => {
  const naming = (GroupId: string) => [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] }];
  const source = { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } };
  const asked = { source, destination: { cidr: "10.1.2.77/32" } };
  const UNREAD = ["DescribeNetworkInterfaces"] as const;

  it("may mean it, where its VPC can use the group or nobody told which VPCs can", () => {
    const messages = (groupId: string) =>
      answerOf(openVpc(1, { outbound: naming(groupId) }), asked, UNREAD).traces.flatMap((trace) =>
        trace.notEvaluated.map(({ message }) => message),
      );
    expect(messages("sg-1")).toContain("Whether the far end has sg-1 is not known.");
    expect(messages("sg-x")).toContain("Whether the far end has sg-x is not known.");
    expect(ask(openVpc(1, { outbound: naming("sg-1") }), asked, UNREAD)).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });

  it("does not mean it where a group that is gone is named and every interface of the VPC was read", () => {
    const gone = openVpc(1, { outbound: naming("sg-deleted") });
    expect(ask(gone, { destination: { cidr: "10.1.2.77/32" } }, ["DescribeRouteTables"])).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH"),
    );
    // Who has an address is known by its own groups.
    expect(ask(gone, { destination: { cidr: "10.1.2.10/32" } }, ["DescribeRouteTables"])).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH"),
    );
  });

  it("does not mean it where the group is of another VPC, or everything of its own was read", () => {
    const ofOther = together(openVpc(1, { outbound: naming("sg-2") }), openVpc(2));
    expect(ask(ofOther, asked, UNREAD)).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
    expect(ask(openVpc(1, { outbound: naming("sg-1") }), asked)).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH", "NO_POSSIBLE_DESTINATION"),
    );
  });
});
