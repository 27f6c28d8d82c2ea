import type { Destination } from "../destinations/target";
import { deadEndsFrom, type DeadEnds } from "../evaluate/dead-ends";
import { judgeCase } from "../evaluate/judge-case";
import { settledVerdict } from "../evaluate/settled-traces";
import { unattachedTrace } from "../evaluate/unattached";
import type { NetworkIndex } from "../index/network-index";
import type { SourceCase } from "../sources/source-case";
import type { Verdict } from "../trace";
import type { Column } from "./column";

/** A place where the packets of a row may start, and what is remembered of it while the row is made. */
export interface Start {
  source: SourceCase;
  /** Of each address that it may send from; empty where nothing can be said of one of them. */
  deadEnds: readonly DeadEnds[];
  /** Verdicts on the internet at large by what is asked. */
  atLarge: Map<string, Verdict>;
}

export function makeStart(index: NetworkIndex, source: SourceCase): Start {
  const deadEnds = source.variants.map((variant) => deadEndsFrom(index, variant));
  const known = deadEnds.filter((one) => one !== null);
  return { source, deadEnds: known.length === deadEnds.length ? known : [], atLarge: new Map() };
}

export function cellVerdict(index: NetworkIndex, start: Start, column: Column): Verdict {
  const { source } = start;
  const { asked, askedKey, family, target } = column;
  if (source.kind === "unattached-function") {
    // Who it is does not matter.
    const flow = { source: { functionName: "" }, ...target };
    return unattachedTrace({ index, flow, source, asked, family }).verdict;
  }
  if (isDead(start, column)) return "unreachable";
  const destination = column.destinationFrom(source.vpcId);
  const settled = settledVerdict(index, source, destination, target.destination);
  if (settled !== null) return settled;
  const judge = (): Verdict =>
    // Without an address in this family nothing is sent.
    judgeCase({ index, source, asks: target.destination, destination, asked, family, isVerdictOnly: true })
      ?.verdict ?? "unreachable";
  if (!isAtLarge(destination)) return judge();
  // The same of all services whose addresses are not known.
  const key = "service" in target.destination ? `service ${askedKey}` : askedKey;
  const verdict = start.atLarge.get(key) ?? judge();
  start.atLarge.set(key, verdict);
  return verdict;
}

/** Every way to the column's targets is known to end early, from each address. Most cells of a large network are such. */
function isDead({ deadEnds }: Start, column: Column): boolean {
  if (deadEnds.length === 0) return false;
  const targets = column.fixedTargets();
  return targets.length > 0 && deadEnds.every((ends) => targets.every((target) => ends.isDead(target)));
}

/** Nothing but the internet at large: the same question under many names, as of services without an endpoint. */
function isAtLarge({ targets, checkpoints, dnsServers }: Destination): boolean {
  const [target, ...more] = targets;
  const isInternet = target?.isInternetAtLarge === true && target.prefixListId === undefined;
  return isInternet && more.length === 0 && checkpoints.length === 0 && dnsServers.length === 0;
}
