import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/core/network/snapshot";
import { evaluateFlow } from "../../evaluate-flow";
import type { Flow, FlowSource } from "../../flow";
import type { MatrixTarget } from "../../matrix/column";
import { evaluateMatrix } from "../../matrix/evaluate-matrix";
import type { Verdict } from "../../trace";
import { resourcesOf } from "./edit-captures.test-builder";
import { generate, networkOf, parameters, seeds } from "./generated.test-builder";
import { functionSources, targetsOf } from "./questions.test-builder";

const isIpv6 = (end: object) => "cidr" in end && typeof end.cidr === "string" && end.cidr.includes(":");

/** A matrix asks about one port and never about ICMP types. */
function targetsAsked(flows: readonly Flow[]): MatrixTarget[] {
  return flows.flatMap(({ destination, protocol, port }) =>
    typeof port === "number" && !isIpv6(destination) ? [{ destination, protocol, port }] : [],
  );
}

/** Private addresses, most of them elsewhere: what a matrix sorts into classes by the routes that take them. */
function privateTargets(captures: readonly Capture[]): MatrixTarget[] {
  const hosts = resourcesOf(captures, "Subnets").map(([, { CidrBlock }]) =>
    CidrBlock?.replace(".0/24", ".10/32"),
  );
  return ["10.9.9.9/32", "172.16.5.5/32", ...hosts].flatMap((cidr) =>
    cidr === undefined ? [] : [{ destination: { cidr }, protocol: "tcp", port: 443 }],
  );
}

/** One in each subnet: subnets of one VPC differ in their route tables. */
function interfaceSources(captures: readonly Capture[]): FlowSource[] {
  return resourcesOf(captures, "NetworkInterfaces").flatMap(([networkInterfaceId]) =>
    networkInterfaceId.endsWith("-10") ? [{ networkInterfaceId }] : [],
  );
}

function sourcesAsked(flows: readonly Flow[]): FlowSource[] {
  return flows.map(({ source }) => source).filter((source) => !isIpv6(source));
}

describe("the matrix", () => {
  it("says of every pair what the single question says", () => {
    const seen = new Set<Verdict>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const { captures, flows } = generate(seed, 3);
        const sources = [...functionSources(captures), ...interfaceSources(captures), ...sourcesAsked(flows)];
        const targets = [...privateTargets(captures), ...targetsOf(captures), ...targetsAsked(flows)];
        // Another network of the same captures, so that neither lives on what the other worked out.
        const network = networkOf(captures);
        const single = sources.map((source) =>
          targets.map((target) => evaluateFlow(network, { source, ...target }).verdict),
        );
        expect(evaluateMatrix(networkOf(captures), sources, targets)).toEqual(single);
        for (const verdict of single.flat()) seen.add(verdict);
      }),
      parameters(8),
    );
    expect([...seen].sort()).toEqual(["mixed", "reachable", "unknown", "unreachable"]);
  });
});
