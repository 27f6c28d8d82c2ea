import { describe, expect, it } from "vitest";
import type { Reaches } from "@/lib/contract/reachability/matrix";
import { peerRows, reachedWords } from "./peer-rows";

const item = (
  key: string,
  vpcId: string | null,
  verdict: "reachable" | "unreachable",
): Reaches["items"][number] => ({
  target: { key, kind: "db-instance", label: key, destination: {}, protocol: "tcp", port: 5432, vpcId },
  verdict,
  subnets: [],
  codes: [],
  unknownCodes: [],
  through: null,
});
const peer = (vpcId: string | null, name: string): Reaches["peers"][number] => ({
  vpcId,
  name,
  accountId: null,
  via: "pcx-1",
  cidrs: [],
});

describe("the peers of a function's VPC", () => {
  it("have the verdict of what was asked about in them, mixed where that differs", () => {
    const items = [
      item("db:a", "vpc-2", "reachable"),
      item("db:b", "vpc-2", "unreachable"),
      item("db:own", "vpc-1", "reachable"),
      item("peer:vpn-1:10.0.0.0/8", null, "unreachable"),
      item("internet", null, "reachable"),
    ];
    const peers = [peer("vpc-2", "data"), peer(null, "vpn-1"), peer("vpc-3", "vpc-3")];
    expect(
      peerRows({ peers, items, vpcId: "vpc-1" }).map((row) => [
        row.items.map(({ target }) => target.key),
        row.verdict,
        reachedWords(row),
      ]),
    ).toEqual([
      [["db:a", "db:b"], "mixed", "1 of 2 reached"],
      [["peer:vpn-1:10.0.0.0/8"], "unreachable", "Unreachable"],
      [[], null, "Not read"],
    ]);
  });
});
