import type { Network } from "../../network/network";
import { resolveDestination } from "../destinations/resolve-destination";
import type { Destination } from "../destinations/target";
import { judgeCase } from "../evaluate/judge-case";
import { combineTraces, destinationFamily, familyOf } from "../evaluate-flow";
import { unattachedTrace } from "../evaluate/unattached";
import { settledVerdict } from "../evaluate/settled-traces";
import type { Flow, FlowDestination, FlowSource } from "../flow";
import { DeadEnds } from "../evaluate/dead-ends";
import { indexNetwork, type NetworkIndex } from "../index/network-index";
import type { Asked } from "../judge/asked";
import { readAsked } from "../question/read-traffic";
import { resolveSource } from "../sources/resolve-source";
import type { SourceCase } from "../sources/source-case";
import type { KnownTarget } from "../targets/known-targets";
import type { Verdict } from "../trace";

export type MatrixTarget = Pick<KnownTarget, "destination" | "protocol" | "port">;

/** What is worked out once for a column. */
interface Column {
  target: MatrixTarget;
  asked: Asked;
  family: 4 | 6;
  /** What it means from each VPC; the empty text stands for none. */
  destinations: Map<string, Destination>;
}

/** What is remembered while a matrix is made. */
interface Kept {
  index: NetworkIndex;
  deadEnds: DeadEnds;
  /** Verdicts on the internet at large by what is asked, of the source at hand. */
  atLarge: Map<SourceCase, Map<string, Verdict>>;
}

/**
 * One row per source, one column per target: the verdict that `evaluateFlow` gives to each pair, with sources and
 * destinations resolved once and nothing explained. Throws `FlowError` as `evaluateFlow` does.
 */
export function evaluateMatrix(
  network: Network,
  sources: readonly FlowSource[],
  targets: readonly MatrixTarget[],
): Verdict[][] {
  const index = indexNetwork(network);
  const columns = new Map<string, Column>();
  const deadEnds = new DeadEnds(index);
  const families = targets.map((target) => destinationFamily(index, target));
  return sources.map((source) => {
    const cases = new Map<4 | 6, readonly SourceCase[]>();
    const atLarge = new Map<SourceCase, Map<string, Verdict>>();
    return targets.map((target, position) => {
      const flow = { source, ...target };
      const family = "cidr" in source ? familyOf(index, flow) : (families[position] ?? 4);
      const column = columnOf(columns, `${position} ${family}`, target, family);
      const known = cases.get(family) ?? resolveSource(index, source, family);
      cases.set(family, known);
      const verdicts = known.map((one) => cellVerdict({ index, deadEnds, atLarge }, one, flow, column));
      return combineTraces(known, verdicts);
    });
  });
}

function columnOf(columns: Map<string, Column>, key: string, target: MatrixTarget, family: 4 | 6): Column {
  const known = columns.get(key);
  if (known) return known;
  // What a column asks depends on no source.
  const asked = readAsked({ source: { cidr: "0.0.0.0/0" }, ...target }, family);
  const column = { target, asked, family, destinations: new Map<string, Destination>() };
  columns.set(key, column);
  return column;
}

function cellVerdict(
  { index, deadEnds, atLarge }: Kept,
  source: SourceCase,
  flow: Flow,
  column: Column,
): Verdict {
  const { asked, family, target } = column;
  if (source.kind === "unattached-function") return unattachedTrace(index, flow, family).verdict;
  const destination = destinationOf(index, source, column);
  const settled = settledVerdict(source, destination, target.destination);
  if (settled !== null) return settled;
  const asks = target.destination;
  const question = { index, source, asks, destination, asked, family, isVerdictOnly: true, deadEnds };
  const key = isAtLarge(destination) ? `${family} ${target.protocol} ${target.port}` : null;
  const kept = key === null ? undefined : atLarge.get(source)?.get(key);
  if (kept !== undefined) return kept;
  // Without an address in this family nothing is sent.
  const verdict = judgeCase(question)?.verdict ?? "unreachable";
  if (key !== null)
    atLarge.set(source, (atLarge.get(source) ?? new Map<string, Verdict>()).set(key, verdict));
  return verdict;
}

/** Nothing but the internet at large: the same question under many names, as of services without an endpoint. */
function isAtLarge({ targets, checkpoints, dnsServers }: Destination): boolean {
  const [target, ...more] = targets;
  const isInternet = target?.isInternetAtLarge === true && target.prefixListId === undefined;
  return isInternet && more.length === 0 && checkpoints.length === 0 && dnsServers.length === 0;
}

function destinationOf(index: NetworkIndex, { vpcId }: SourceCase, column: Column): Destination {
  const { destinations, target, family } = column;
  // Only names depend on who asks.
  const key = isNamed(target.destination) ? (vpcId ?? "") : "";
  const known = destinations.get(key);
  if (known) return known;
  const destination = resolveDestination(index, target.destination, vpcId, family);
  destinations.set(key, destination);
  return destination;
}

function isNamed(destination: FlowDestination): boolean {
  return !("cidr" in destination || "networkInterfaceId" in destination || "instanceId" in destination);
}
