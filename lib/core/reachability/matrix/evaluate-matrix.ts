import type { Network } from "../../network/network";
import { combineTraces, destinationFamily, familyOf } from "../evaluate-flow";
import type { FlowSource } from "../flow";
import { indexNetwork, type NetworkIndex } from "../index/network-index";
import { oncePerKey } from "../index/once";
import { requireDestination } from "../question/require-destination";
import { resolveSource } from "../sources/resolve-source";
import type { Verdict } from "../trace";
import { cellVerdict, makeStart } from "./cell-verdict";
import { makeColumn, type Column, type MatrixTarget } from "./column";

/** A column in the family of its destination, or in that of an address which sends. */
interface Columns {
  target: MatrixTarget;
  ownFamily: 4 | 6;
  inFamily: (family: 4 | 6) => Column;
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
  const columns = targets.map((target) => makeColumns(index, target));
  return sources.map((source) => columns.map(rowOf(index, source)));
}

/** The verdicts of one source, target by target. */
export function verdictsFrom(network: Network, source: FlowSource): (target: MatrixTarget) => Verdict {
  const index = indexNetwork(network);
  const cell = rowOf(index, source);
  return (target) => cell(makeColumns(index, target));
}

function makeColumns(index: NetworkIndex, target: MatrixTarget): Columns {
  requireDestination(index, target.destination);
  return {
    target,
    ownFamily: destinationFamily(index, target),
    inFamily: oncePerKey((family) => makeColumn(index, target, family)),
  };
}

function rowOf(index: NetworkIndex, source: FlowSource): (columns: Columns) => Verdict {
  const startsOf = oncePerKey((family: 4 | 6) => {
    const cases = resolveSource(index, source, family);
    return { cases, starts: cases.map((one) => makeStart(index, one)) };
  });
  return ({ target, ownFamily, inFamily }) => {
    const family = "cidr" in source ? familyOf(index, { source, ...target }) : ownFamily;
    const column = inFamily(family);
    const { cases, starts } = startsOf(family);
    return combineTraces(
      cases,
      starts.map((start) => cellVerdict(index, start, column)),
    );
  };
}
