import { describe, expect, it } from "vitest";
import { reachedByTargets } from "./reached-by-targets";
import { node } from "./view.test-builder";
import { toViewGraph, type ViewNode } from "./view-graph";

const resource = (id: string, kind: string) => node(id, kind, { parentId: "subnet-1", resourceId: id });
const subnet = node("subnet-1", "subnet");
const folded = node("interfaces:subnet-1", "network-interface", {
  parentId: "subnet-1",
  facts: [
    { label: "10.0.0.9", value: "proxy · eni-1" },
    { label: "eni-2", value: "eni-2" },
  ],
});
const nodes = [
  subnet,
  node("subnet-2", "subnet"),
  resource("arn:db", "db-instance"),
  resource("arn:cache", "cache-cluster"),
  resource("i-1", "instance"),
  resource("eni-9", "network-interface"),
  resource("nat-1", "nat-gateway"),
  folded,
];
const graph = toViewGraph(nodes, []);
const ask = (of: ViewNode) => reachedByTargets(graph, of);

describe("who reaches a node", () => {
  it("is asked about data stores, instances and interfaces themselves", () => {
    const destinations = nodes.slice(2, 6).map((of) => {
      const asked = ask(of);
      return asked.kind === "one" ? asked.target.destination : asked.kind;
    });
    expect(destinations).toEqual([
      { dbInstanceIdentifier: "arn:db" },
      { cacheClusterId: "arn:cache" },
      { instanceId: "i-1" },
      { networkInterfaceId: "eni-9" },
    ]);
  });

  it("is asked about each that stands in a subnet, those that are drawn as one too", () => {
    const asked = ask(subnet);
    const labels = asked.kind === "each" ? asked.targets.map(({ label }) => label) : asked.kind;
    expect(labels).toEqual(["arn:cache", "arn:db", "eni-9", "i-1", "10.0.0.9 proxy · eni-1", "eni-2 eni-2"]);
    expect(ask(node("subnet-2", "subnet"))).toEqual({ kind: "each", targets: [] });
    expect(ask(folded)).toMatchObject({
      kind: "each",
      targets: [
        { destination: { networkInterfaceId: "eni-1" } },
        { destination: { networkInterfaceId: "eni-2" } },
      ],
    });
  });

  it("is nobody for functions, and no question for what is only passed", () => {
    expect(ask(node("connection-1", "connection"))).toEqual({ kind: "nobody" });
    expect(ask(resource("nat-1", "nat-gateway"))).toEqual({ kind: "nothing-to-ask" });
  });
});
