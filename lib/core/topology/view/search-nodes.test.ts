import { describe, expect, it } from "vitest";
import { searchNodes } from "./search-nodes";
import { node } from "./view.test-builder";

const nodes = [
  node("subnet-1", "subnet", { label: "app-private-a", sublabel: "10.0.1.0/24", subnetKind: "private" }),
  node("c1", "connection", { label: "sg-app", functions: [{ functionName: "orders-api" }] }),
  node("nat-1", "nat-gateway", { label: "egress", facts: [{ label: "Public IP", value: "203.0.113.7" }] }),
  node("x", "subnet", { label: "orders-public" }),
];

describe("searchNodes", () => {
  it.each([
    ["10.0.1", ["subnet-1"]],
    ["PRIVATE", ["subnet-1"]],
    ["203.0.113", ["nat-1"]],
    ["nat gateway", ["nat-1"]],
    ["nat-1", ["nat-1"]],
    ["subnet orders", ["x"]],
    ["nothing", []],
    ["  ", []],
  ])("finds %j", (query, ids) => {
    expect(searchNodes(nodes, query).map((item) => item.id)).toEqual(ids);
  });

  it("puts a label that begins with the query before a function inside a connection", () => {
    expect(searchNodes(nodes, "orders").map((item) => item.id)).toEqual(["x", "c1"]);
  });
});
