import { describe, expect, it } from "vitest";
import type { Topology } from "@/lib/contract/topology";
import { getTopologyViewState } from "./get-topology-view-state";

const topology: Topology = {
  snapshotId: "s1",
  capturedAt: "2026-11-21T00:00:00.000Z",
  vpcId: null,
  nodes: [{ id: "vpc-1", kind: "vpc", label: "prod", facts: [] }],
  edges: [],
  gaps: [],
};

describe("getTopologyViewState", () => {
  it("keeps what is shown when reading it again fails", () => {
    const state = getTopologyViewState({ data: topology, error: new Error("down"), isNoSnapshot: false });
    expect(state.kind).toBe("ready");
  });

  it("tells an empty answer from one that has not come", () => {
    const empty = { ...topology, nodes: [] };
    expect(getTopologyViewState({ data: empty, error: null, isNoSnapshot: false }).kind).toBe("empty");
    expect(getTopologyViewState({ data: undefined, error: null, isNoSnapshot: false }).kind).toBe("loading");
  });

  it("tells a first reading still to come from a failure", () => {
    const error = new Error("no snapshot");
    expect(getTopologyViewState({ data: undefined, error, isNoSnapshot: true }).kind).toBe("no-snapshot");
    expect(getTopologyViewState({ data: undefined, error, isNoSnapshot: false }).kind).toBe("error");
  });
});
