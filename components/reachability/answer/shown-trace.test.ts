import { describe, expect, it } from "vitest";
import type { FlowAnswer } from "@/lib/contract/reachability/flow-answer";
import { keyTraces, shownTrace, sortByName } from "./shown-trace";
import { topologyLink } from "./topology-link";

type Trace = FlowAnswer["traces"][number];
const trace = (subnetId: string | null, verdict: Trace["verdict"], over: Partial<Trace> = {}): Trace => ({
  subnetId,
  verdict,
  forward: [{ kind: "vpc", resourceId: `vpc-of-${subnetId ?? "nowhere"}` }],
  return: [],
  explanations: [],
  notEvaluated: [],
  ...over,
});
const traces = [trace("subnet-1", "reachable"), trace("subnet-2", "unreachable")];

describe("the trace that is shown", () => {
  it("is the one asked for, else what does not work", () => {
    expect(shownTrace(keyTraces(traces), "subnet-1")?.key).toBe("subnet-1");
    expect(shownTrace(keyTraces(traces), null)?.key).toBe("subnet-2");
    expect(shownTrace(keyTraces(traces), "gone")?.key).toBe("subnet-2");
    expect(shownTrace([], null)).toBeUndefined();
  });

  it("is known by its subnet, its interface or its place", () => {
    const outside = [trace(null, "reachable", { networkInterfaceId: "eni-1" }), trace(null, "reachable")];
    expect(keyTraces(outside).map(({ key }) => key)).toEqual(["eni-1", "outside-1"]);
  });
});

describe("the subnets to choose from", () => {
  it("stand by name, those without one by id", () => {
    const names = new Map([
      ["subnet-1", "private-10"],
      ["subnet-2", "private-2"],
      ["subnet-3", "private-2"],
    ]);
    const ids = ["subnet-3", "subnet-1", "subnet-2", "subnet-0"];
    const keyed = keyTraces(ids.map((id) => trace(id, "reachable")));
    expect(sortByName(keyed, (id) => names.get(id) ?? null).map(({ key }) => key)).toEqual([
      "subnet-2",
      "subnet-3",
      "subnet-1",
      "subnet-0",
    ]);
  });
});

describe("the link to its path on the diagram", () => {
  const flow = {
    source: { functionName: "api" },
    destination: { internet: true as const },
    protocol: "tcp" as const,
  };

  it("opens the VPC in which the path starts, with the whole question", () => {
    const link = topologyLink({ ...flow, port: 443 }, traces, { subnet: null, snapshotId: "s1" });
    expect(link).toBe(
      "/topology?from=function%3Aapi&to=internet&protocol=tcp&port=443&vpcId=vpc-of-subnet-2&subnet=subnet-2&snapshotId=s1",
    );
  });

  it("says that every port is meant, and names no VPC where there is none", () => {
    const nowhere = [trace(null, "reachable", { forward: [] })];
    expect(topologyLink(flow, nowhere, { subnet: null, snapshotId: undefined })).toBe(
      "/topology?from=function%3Aapi&to=internet&protocol=tcp&port=any",
    );
  });
});
