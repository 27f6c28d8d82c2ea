import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Network } from "../../network/network";
import { evaluateMatrix } from "../../reachability/matrix/evaluate-matrix";
import {
  generate,
  networkOf,
  parameters,
  seeds,
} from "../../reachability/testing/properties/generated.test-builder";
import { knownTargets } from "../../reachability/targets/known-targets";
import type { Verdict } from "../../reachability/trace";
import { simulateNetwork } from "./simulate-network";

/** Some of a VPC's subnets and some of its groups: what a plan may attach a function to. */
function attachmentIn(network: Network, vpcPick: number, some: (ids: readonly string[]) => string[]) {
  const vpcIds = [...network.lookups.subnetIdsByVpc.keys()].sort();
  const vpcId = vpcIds[vpcPick % Math.max(vpcIds.length, 1)] ?? "";
  return {
    vpcId,
    subnetIds: some(network.lookups.subnetIdsByVpc.get(vpcId) ?? []),
    securityGroupIds: some(network.lookups.securityGroupIdsByVpc.get(vpcId) ?? []),
    ipv6AllowedForDualStack: vpcPick % 2 === 0,
  };
}

/** What the function reaches of all that a function may want in that VPC. */
function reached(network: Network, functionName: string, vpcId: string): Verdict[] {
  return evaluateMatrix(network, [{ functionName }], knownTargets(network, vpcId)).flat();
}

describe("attaching a function that is in no VPC and detaching it again", () => {
  it("gives the network that one began with, and its answers", () => {
    let changed = 0;
    fc.assert(
      fc.property(seeds, fc.nat(), fc.nat(), (seed, vpcPick, chosen) => {
        const network = networkOf(generate(seed, 0).captures);
        const idle = [...network.functions.values()].find(({ attachment }) => attachment === null);
        const some = (ids: readonly string[]) =>
          ids.filter((_, index) => index === chosen % ids.length || (chosen >> index) % 2 === 1).sort();
        const after = attachmentIn(network, vpcPick, some);
        if (!idle || after.subnetIds.length === 0) return;
        const attached = simulateNetwork(network, { functionArn: idle.arn, after });
        expect(attached.functions.get(idle.arn)?.attachment).toEqual(after);
        const back = simulateNetwork(attached, { functionArn: idle.arn, after: null });
        const { VpcConfig, ...resource } = idle.resource;
        expect(VpcConfig).toBeUndefined();
        // In no VPC, the member is not there: one of the spellings of it.
        const functions = new Map(network.functions).set(idle.arn, { ...idle, resource });
        expect(back).toEqual({ ...network, functions });
        const before = reached(network, idle.arn, after.vpcId);
        expect(reached(back, idle.arn, after.vpcId)).toEqual(before);
        const between = reached(attached, idle.arn, after.vpcId);
        if (between.some((verdict, index) => verdict !== before[index])) changed += 1;
      }),
      parameters(20),
    );
    expect(changed).toBeGreaterThan(10);
  });
});
