import { describe, expect, it } from "vitest";
import { subnetStripText, toSubnetStrip } from "./subnet-strip";
import { edge, node } from "./view.test-builder";
import { toViewGraph } from "./view-graph";

const subnet = node("s", "subnet", {
  sublabel: "10.0.1.0/24",
  facts: [{ label: "Free addresses", value: "243 of 251" }],
});
const nat = node("nat", "nat-gateway", { label: "nat-a" });

describe("toSubnetStrip", () => {
  it("names what the default route leads to, not what other routes do", () => {
    const s3 = node("vpce", "vpc-endpoint");
    const graph = toViewGraph(
      [subnet, nat, s3],
      [
        { ...edge("s", "nat"), label: "0.0.0.0/0, 10.9.0.0/16" },
        { ...edge("s", "vpce"), label: "com.amazonaws.eu-west-1.s3" },
      ],
    );
    expect(subnetStripText(toSubnetStrip(graph, subnet))).toBe(
      "10.0.1.0/24 · 243 of 251 free · out by nat-a",
    );
  });

  it("leaves out what was not read", () => {
    const bare = node("b", "subnet");
    expect(toSubnetStrip(toViewGraph([bare], []), bare)).toEqual({});
    expect(subnetStripText({})).toBe("");
  });
});
