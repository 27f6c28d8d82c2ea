import { describe, expect, it } from "vitest";
import type { Matrix } from "@/lib/contract/reachability/matrix";
import type { Verdict } from "@/lib/core/reachability/trace";
import { viewMatrix } from "./matrix-view";

const connection = (vpcId: string, ...functionNames: string[]): Matrix["connections"][number] => ({
  connectionId: `conn-${functionNames.join("")}`,
  vpcId,
  accountId: null,
  region: null,
  subnetIds: ["subnet-1"],
  securityGroupIds: ["sg-1"],
  ipv6AllowedForDualStack: false,
  functionCount: functionNames.length,
  versionCount: 0,
  functionNames,
});
const target = (label: string, vpcId: string | null): Matrix["destinations"][number] => ({
  key: label,
  kind: "internet",
  label,
  destination: { internet: true },
  protocol: "tcp",
  port: 443,
  vpcId,
});

const matrix = (verdicts: Verdict[][]): Matrix => ({
  snapshotId: "s",
  capturedAt: "2026-01-01T00:00:00.000Z",
  connections: [connection("vpc-1", "orders-api", "orders-worker"), connection("vpc-2", "reports")],
  destinations: [target("Internet", null), target("orders-db", "vpc-1"), target("S3", null)],
  verdicts,
});
const some = matrix([
  ["reachable", "reachable", "reachable"],
  ["unreachable", "unreachable", "reachable"],
]);

const names = new Map([["vpc-1", "prod"]]);
const everything = { q: "", isProblemsOnly: false, nameOfVpc: (vpcId: string) => names.get(vpcId) ?? null };

function shown(of: Matrix, filter: Partial<Parameters<typeof viewMatrix>[1]>) {
  const { rows, targets } = viewMatrix(of, { ...everything, ...filter });
  return {
    rows: rows.map(({ connection: { functionNames }, verdicts }) => [functionNames[0], ...verdicts]),
    targets: targets.map(({ label }) => label),
  };
}

describe("the matrix as it is shown", () => {
  it("is whole without a filter, and counted", () => {
    expect(shown(some, {}).targets).toEqual(["Internet", "orders-db", "S3"]);
    expect(viewMatrix(some, everything).counts).toEqual({
      reachable: 4,
      unreachable: 2,
      mixed: 0,
      unknown: 0,
    });
  });

  it("holds a connection that only published versions have", () => {
    const versions = { ...some, connections: [connection("vpc-1"), connection("vpc-2", "reports")] };
    expect(shown(versions, {}).rows).toHaveLength(2);
  });

  it("keeps what has a problem; what is in another VPC is none", () => {
    expect(shown(some, { isProblemsOnly: true })).toEqual({
      rows: [["reports", "unreachable"]],
      targets: ["Internet"],
    });
  });

  it("takes mixed and unknown for a problem wherever the target is", () => {
    const odd = matrix([
      ["reachable", "reachable", "unknown"],
      ["reachable", "mixed", "reachable"],
    ]);
    expect(shown(odd, { isProblemsOnly: true })).toEqual({
      rows: [
        ["orders-api", "reachable", "unknown"],
        ["reports", "mixed", "reachable"],
      ],
      targets: ["orders-db", "S3"],
    });
  });

  it("finds functions, else targets, by a part of their name", () => {
    expect(shown(some, { q: "WORKER" })).toEqual({
      rows: [["orders-api", "reachable", "reachable", "reachable"]],
      targets: ["Internet", "orders-db", "S3"],
    });
    expect(shown(some, { q: "s3" })).toEqual({
      rows: [
        ["orders-api", "reachable"],
        ["reports", "reachable"],
      ],
      targets: ["S3"],
    });
    expect(shown(some, { q: "nothing" })).toEqual({ rows: [], targets: [] });
  });

  it("is in the order of VPCs and functions, whatever order the answer has", () => {
    const connections = [
      connection("vpc-2", "team-10"),
      connection("vpc-2", "team-2"),
      connection("vpc-1", "zebra"),
    ];
    const of = { ...matrix([["mixed"], ["unknown"], ["reachable"]]), connections };
    const one = { ...of, destinations: [target("Internet", null)] };
    expect(shown(one, {}).rows).toEqual([
      ["zebra", "reachable"],
      ["team-2", "unknown"],
      ["team-10", "mixed"],
    ]);
    expect(shown(one, { q: "PROD" }).rows).toEqual([["zebra", "reachable"]]);
  });

  it("does not take it for a problem that who sends no IPv6 reaches nothing over it", () => {
    const ipv6 = { ...target("Internet over IPv6", null), key: "internet:ipv6" };
    const sends = { ...connection("vpc-1", "dual"), ipv6AllowedForDualStack: true };
    const of = {
      ...matrix([["unreachable"], ["unreachable"]]),
      connections: [connection("vpc-1", "old"), sends],
      destinations: [ipv6],
    };
    expect(shown(of, { isProblemsOnly: true }).rows).toEqual([["dual", "unreachable"]]);
  });
});
