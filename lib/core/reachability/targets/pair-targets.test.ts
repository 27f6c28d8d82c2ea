import { describe, expect, it } from "vitest";
import { commonTargets, type KnownTarget } from "./known-targets";
import { pairTargets } from "./pair-targets";

function aDatabase(name: string, over: Partial<KnownTarget> = {}): KnownTarget {
  return {
    key: `db:${name}`,
    kind: "db-instance",
    label: name,
    destination: { dbInstanceIdentifier: `arn:aws:rds:eu-west-1:111122223333:db:${name}` },
    protocol: "tcp",
    port: 5432,
    vpcId: "vpc-1",
    ...over,
  };
}

describe("the targets of two snapshots", () => {
  it("are paired in the newer one's order, and those of one alone are counted", () => {
    const [orders, old, young] = [aDatabase("orders"), aDatabase("old"), aDatabase("young")];
    const { pairs, unpaired } = pairTargets([...commonTargets(), old, orders], [young, orders]);
    expect(pairs).toEqual([{ before: orders, after: orders }]);
    expect(unpaired).toBe(commonTargets().length + 2);
  });

  it("are the same with another port, or made anew under the same name", () => {
    const before = aDatabase("orders");
    const moved = aDatabase("orders", { port: 5433 });
    const anew = aDatabase("orders", { destination: { dbInstanceIdentifier: "another" } });
    expect(pairTargets([before], [moved])).toEqual({ pairs: [{ before, after: moved }], unpaired: 0 });
    expect(pairTargets([before], [anew])).toEqual({ pairs: [{ before, after: anew }], unpaired: 0 });
  });

  it("are not the same in another VPC", () => {
    const elsewhere = aDatabase("orders", { vpcId: "vpc-2" });
    expect(pairTargets([aDatabase("orders")], [elsewhere])).toEqual({ pairs: [], unpaired: 2 });
  });

  it("of one name and two accounts are told apart", () => {
    const arns = ["111122223333", "444455556666"].map(
      (account) => `arn:aws:rds:eu-west-1:${account}:db:orders`,
    );
    const both = arns.map((dbInstanceIdentifier) =>
      aDatabase("orders", { destination: { dbInstanceIdentifier } }),
    );
    const { pairs, unpaired } = pairTargets(both, [...both].reverse());
    expect(pairs.every(({ before, after }) => before === after)).toBe(true);
    expect([pairs.length, unpaired]).toEqual([2, 0]);
  });
});
