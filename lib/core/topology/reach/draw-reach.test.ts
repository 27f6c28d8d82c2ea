import { describe, expect, it } from "vitest";
import type { Hop, HopKind, Verdict } from "../../reachability/trace";
import { edge, node, smallGraph } from "../view/view.test-builder";
import { toViewGraph, type ViewEdge } from "../view/view-graph";
import { drawReach, type ReachItem } from "./draw-reach";

/** `nat-gateway:nat`, and `route-table:rtb-1|0.0.0.0/0 → nat` with the route taken. */
const hops = (...texts: string[]): Hop[] =>
  texts.map((text) => {
    const [place = "", detail] = text.split("|");
    const at = place.indexOf(":");
    return {
      kind: place.slice(0, at) as HopKind, // the tests below write kinds of hops only
      resourceId: place.slice(at + 1),
      ...(detail !== undefined && { detail }),
    };
  });

const toInternet = hops(
  "network-interface:eni-1",
  "subnet:private",
  "route-table:rtb-1|0.0.0.0/0 → nat",
  "vpc:vpc",
  "nat-gateway:nat",
  "subnet:public",
  "nat-gateway:nat",
  "subnet:public",
  "route-table:rtb-2|0.0.0.0/0 → igw",
  "internet-gateway:igw",
  "internet:internet",
);

const item = (
  key: string,
  kind: string,
  forward: readonly Hop[],
  { verdict = "reachable", destination = {} }: { verdict?: Verdict; destination?: object } = {},
): ReachItem => ({
  target: { key, label: key, kind, destination: { ...destination } },
  verdict,
  ways: [{ subnetId: "private", verdict, forward }],
});

/** What only packets show: interfaces of a database, an endpoint in two subnets, a peer. */
const graph = () => {
  const { nodes, edges } = smallGraph();
  const withIds = nodes.map((one) => ({ ...one, resourceId: one.id }));
  return toViewGraph(
    [
      ...withIds,
      node("vpce@private", "vpc-endpoint", { parentId: "private", resourceId: "vpce" }),
      node("vpce@isolated", "vpc-endpoint", { parentId: "isolated", resourceId: "vpce" }),
      node("service:com.amazonaws.eu-west-1.sqs", "aws-service", { label: "sqs" }),
      node("db", "db-instance", { parentId: "isolated", resourceId: "arn:db" }),
      node("cache", "cache-cluster", { parentId: "vpc", label: "sessions" }),
      node("pcx", "vpc-peering-connection", { parentId: "vpc", resourceId: "pcx" }),
      node("vpc-2", "peer-vpc", { resourceId: "vpc-2" }),
    ],
    [
      ...edges,
      edge("vpce@private", "service:com.amazonaws.eu-west-1.sqs", "endpoint"),
      edge("vpce@isolated", "service:com.amazonaws.eu-west-1.sqs", "endpoint"),
      edge("private", "pcx"),
      edge("pcx", "vpc-2", "peering"),
      edge("cache", "isolated", "membership"),
    ],
  );
};
const draw = (items: ReachItem[], owners = {}, of = graph()) =>
  drawReach(
    of,
    { connectionId: "connection", items, owners, names: { "rtb-1": "private-a" } },
    (line): ViewEdge => line,
  );

describe("what a connection reaches, drawn", () => {
  it("merges ways into the diagram's lines, each with what goes over it and by which route", () => {
    const { lines } = draw([
      item("internet", "internet", toInternet),
      item("service:kms", "service", toInternet, { destination: { service: "kms" } }),
    ]);
    expect([...lines.keys()]).toEqual(["connection>private", "private>nat", "nat>igw", "igw>internet"]);
    const byNat = lines.get("private>nat");
    expect(byNat?.passes.map(({ key }) => key)).toEqual(["internet", "service:kms"]);
    expect(byNat?.evidence).toEqual(["0.0.0.0/0 → nat in rtb-1 (private-a)"]);
    expect(lines.get("nat>igw")?.evidence).toEqual(["0.0.0.0/0 → igw in rtb-2"]);
  });

  it("names the rules that let packets through, on the line that they leave by", () => {
    const rules: Record<string, Hop["evidence"] & object> = {
      "eni-1": [{ resourceId: "sg-1", fact: "outbound: allow all traffic" }],
      private: [{ fact: "outbound rule 100" }],
    };
    const withRules = toInternet.map((hop) => ({ ...hop, evidence: rules[hop.resourceId] ?? [] }));
    const { lines } = draw([item("internet", "internet", withRules)]);
    expect(lines.get("connection>private")?.evidence).toEqual(["", "outbound: allow all traffic in sg-1"]);
    expect(lines.get("private>nat")?.evidence).toEqual([
      "outbound rule 100",
      "0.0.0.0/0 → nat in rtb-1 (private-a)",
    ]);
  });

  it("lists what has no node of its own where packets leave the diagram", () => {
    const {
      rowsAt,
      verdictAt,
      graph: drawn,
    } = draw([
      item("internet", "internet", toInternet),
      item("service:kms", "service", toInternet, { destination: { service: "kms" } }),
    ]);
    expect(rowsAt.get("internet")?.map(({ key }) => key)).toEqual(["service:kms"]);
    expect(verdictAt.get("internet")).toBe("reachable");
    expect(drawn.nodeById.get("internet")?.reached).toHaveLength(1);
  });

  it("draws no way that is blocked", () => {
    const { lines, wayOf } = draw([item("internet", "internet", toInternet, { verdict: "unreachable" })]);
    expect([lines.size, wayOf.size]).toEqual([0, 0]);
  });

  it("says of a line that its targets differ", () => {
    const { lines, verdictAt } = draw([
      item("internet", "internet", toInternet),
      item("service:kms", "service", toInternet, { verdict: "unknown", destination: { service: "kms" } }),
    ]);
    expect(lines.get("private>nat")?.verdict).toBe("mixed");
    expect(verdictAt.get("internet")).toBe("mixed");
  });

  it("finds an endpoint by its interface, in the subnet that packets came to", () => {
    const forward = hops("network-interface:eni-1", "subnet:private", "network-interface:eni-2");
    const sqs = item("service:sqs", "service", forward, { destination: { service: "sqs" } });
    const { wayOf, lines, rowsAt } = draw([sqs], { "eni-2": "vpce" });
    expect(wayOf.get("service:sqs")?.paths).toEqual([
      ["connection", "private", "vpce@private", "service:com.amazonaws.eu-west-1.sqs"],
    ]);
    // The endpoint stands inside the subnet: no line leads there.
    expect([...lines.keys()]).toEqual([
      "connection>private",
      "vpce@private>service:com.amazonaws.eu-west-1.sqs",
    ]);
    expect(rowsAt.size).toBe(0);
  });

  it("adds the local route to a database in another subnet, which the diagram has no line for", () => {
    const forward = hops(
      "network-interface:eni-1",
      "subnet:private",
      "route-table:rtb-1|10.0.0.0/16 → local",
      "vpc:vpc",
      "subnet:isolated",
      "network-interface:eni-3",
    );
    const { graph: drawn, lines } = draw([
      item("db", "db-instance", forward, { destination: { dbInstanceIdentifier: "arn:db" } }),
      item("sessions", "cache-cluster", forward, { destination: { cacheClusterId: "sessions" } }),
    ]);
    expect([...lines.keys()]).toEqual(["connection>private", "route:private>db", "route:private>cache"]);
    expect(drawn.edges.find(({ id }) => id === "route:private>db")).toMatchObject({
      kind: "route",
      evidence: "10.0.0.0/16 → local in rtb-1 (private-a)",
    });
  });

  it("lists a database of a peered VPC in that VPC", () => {
    const forward = hops(
      "network-interface:eni-1",
      "subnet:private",
      "route-table:rtb-1|10.1.0.0/16 → pcx",
      "vpc-peering-connection:pcx",
      "vpc:vpc-2",
      "subnet:elsewhere",
      "network-interface:eni-4",
    );
    const { rowsAt, wayOf, lines } = draw([item("db:far", "db-instance", forward)]);
    expect(rowsAt.get("vpc-2")?.map(({ key }) => key)).toEqual(["db:far"]);
    expect(wayOf.get("db:far")?.paths).toEqual([["connection", "private", "pcx", "vpc-2"]]);
    expect(lines.get("pcx>vpc-2")?.evidence).toEqual([""]);
  });

  it("draws what is not known as far as packets are followed", () => {
    const forward = hops("network-interface:eni-1", "subnet:private", "on-premises:customer");
    const { wayOf } = draw([item("db:far", "db-instance", forward, { verdict: "unknown" })]);
    expect(wayOf.get("db:far")?.paths).toEqual([["connection", "private"]]);
    expect(
      draw([item("db:far", "db-instance", [], { verdict: "unknown" })]).wayOf.get("db:far")?.paths,
    ).toEqual([["connection"]]);
  });
});
