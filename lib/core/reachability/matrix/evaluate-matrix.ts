import type { Network } from "../../network/network";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowSource } from "../flow";
import type { KnownTarget } from "../targets/known-targets";
import type { Verdict } from "../trace";

export type MatrixTarget = Pick<KnownTarget, "destination" | "protocol" | "port">;

/** One row per source, one column per target: the verdict that `evaluateFlow` gives to each pair. */
export function evaluateMatrix(
  network: Network,
  sources: readonly FlowSource[],
  targets: readonly MatrixTarget[],
): Verdict[][] {
  return sources.map((source) =>
    targets.map((target) => evaluateFlow(network, { source, ...target }).verdict),
  );
}
