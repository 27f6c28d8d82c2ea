import { describe, expect, it } from "vitest";
import { answerOf, ask, REACHABLE } from "../cases/ask-codes.test-builder";
import { openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

const tcp = (port: number, peer: Permission): Permission => ({
  IpProtocol: "tcp",
  FromPort: port,
  ToPort: port,
  ...peer,
});
const lists = {
  ManagedPrefixListEntries: [{ PrefixListId: "pl-1", Entries: [{ Cidr: "10.1.0.0/16" }] }],
};

describe("of several rules for one peer each counts", () => {
  it.each<[string, Permission]>([
    ["a group", { UserIdGroupPairs: [{ GroupId: "sg-1" }] }],
    ["a prefix list", { PrefixListIds: [{ PrefixListId: "pl-1" }] }],
    ["a range", { IpRanges: [{ CidrIp: "10.1.0.0/16" }] }],
  ])("%s", (_, peer) => {
    const network = together(
      openVpc(1, { inbound: [tcp(80, peer), tcp(443, peer), tcp(8080, peer)] }),
      lists,
    );
    for (const port of [80, 443, 8080]) {
      const flow = { destination: { networkInterfaceId: "eni-1b" }, protocol: 6, port };
      expect(ask(network, flow)).toEqual(REACHABLE);
    }
  });
});

it("rules for prefix lists that were not read are told of in one order", () => {
  const told = (...ids: string[]) => {
    const inbound = ids.map((PrefixListId) => tcp(443, { PrefixListIds: [{ PrefixListId }] }));
    const flow = { destination: { networkInterfaceId: "eni-1b" }, protocol: 6, port: 443 };
    const { traces } = answerOf(openVpc(1, { inbound }), flow);
    return traces.flatMap(({ notEvaluated }) => notEvaluated.map(({ message }) => message));
  };
  expect(told("pl-b", "pl-a", "pl-c")).toHaveLength(3);
  expect(told("pl-b", "pl-a", "pl-c")).toEqual(told("pl-c", "pl-b", "pl-a"));
});
