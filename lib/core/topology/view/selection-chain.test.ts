import { describe, expect, it } from "vitest";
import { selectionChain } from "./selection-chain";
import { edge, node, smallGraph } from "./view.test-builder";
import { toViewGraph } from "./view-graph";

describe("selectionChain", () => {
  it("follows a connection to the internet, nearest hop first", () => {
    const chain = selectionChain(smallGraph(), "connection");
    expect(chain?.upstream).toEqual([]);
    expect(chain?.downstream.map((item) => item.id)).toEqual([
      "connection>private",
      "private>nat",
      "nat>igw",
      "igw>internet",
    ]);
  });

  it("lights the containers around the chain and leaves the rest dim", () => {
    const chain = selectionChain(smallGraph(), "connection");
    expect([...(chain?.nodeIds ?? [])].sort()).toEqual(
      ["connection", "private", "nat", "igw", "internet", "public", "zone", "vpc"].sort(),
    );
    expect(chain?.nodeIds.has("isolated")).toBe(false);
    expect(chain?.edgeIds.has("public>igw")).toBe(false);
  });

  it("follows a gateway back to the functions, farthest first", () => {
    const chain = selectionChain(smallGraph(), "nat");
    expect(chain?.upstream.map((item) => item.id)).toEqual(["connection>private", "private>nat"]);
    expect(chain?.downstream.map((item) => item.id)).toEqual(["nat>igw", "igw>internet"]);
  });

  it("lights everything that touches a container", () => {
    const chain = selectionChain(smallGraph(), "vpc");
    expect(chain?.upstream.map((item) => item.id)).toEqual(["connection>private"]);
    expect(chain?.nodeIds.has("isolated")).toBe(true);
    expect(chain?.nodeIds.has("internet")).toBe(true);
  });

  it("ends in a cycle of peered VPCs", () => {
    const graph = toViewGraph(
      [node("a", "peer-vpc"), node("b", "peer-vpc")],
      [edge("a", "b"), edge("b", "a")],
    );
    expect(selectionChain(graph, "a")?.downstream).toHaveLength(2);
  });

  it("is undefined for a node that is not there", () => {
    expect(selectionChain(smallGraph(), "gone")).toBeUndefined();
  });
});
