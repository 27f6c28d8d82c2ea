import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import type { Network } from "@/lib/core/network/network";
import type { Flow, FlowDestination, FlowSource } from "@/lib/core/reachability/flow";
import { evaluateMatrix } from "@/lib/core/reachability/matrix/evaluate-matrix";
import type { Verdict } from "@/lib/core/reachability/trace";
import { inTurns } from "./in-turns";
import { refuseBadFlows } from "./refusals/refuse-bad-flows";

/** A target of a matrix, with the destination as the engine takes it. */
export interface Column {
  target: ReachabilityTarget;
  destination: FlowDestination;
}

/** Verdicts between which other requests get their turn. */
const CELLS_AT_ONCE = 250;

/** The verdict for each source and column. Throws ApiError `invalid_request` where protocol and port are at odds. */
export async function evaluateColumns(
  network: Network,
  sources: readonly FlowSource[],
  columns: readonly Column[],
): Promise<Verdict[][]> {
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns.length)));
  const parts = Array.from({ length: Math.ceil(sources.length / rowsAtOnce) }, (_, part) =>
    sources.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
  const evaluate = (rows: readonly FlowSource[]) =>
    refuseBadFlows(network, () => evaluateMatrix(network, rows, columns.map(toQuestion)));
  return (await inTurns(parts, evaluate, 1)).flat();
}

/** A column as the engine is asked about it. */
export function toQuestion({ target: { protocol, port }, destination }: Column): Omit<Flow, "source"> {
  return { destination, protocol, ...(port !== null && { port }) };
}
