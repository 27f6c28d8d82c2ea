import type { Verdict } from "../../reachability/trace";
import { ancestorsOf, type ViewGraph } from "../view/view-graph";
import { mergedVerdict } from "./merged-verdict";
import type { WayStep } from "./way-steps";

/** A target with its verdict. */
export interface ReachedTarget {
  key: string;
  label: string;
  verdict: Verdict;
}

/** A line of the diagram that something reached goes over. */
export interface ReachLine {
  id: string;
  source: string;
  target: string;
  passes: ReachedTarget[];
  /** Of all that goes over it together. */
  verdict: Verdict;
  /** The routes that packets take on it and the rules that let them, and what else it is drawn from. */
  evidence: string[];
}

/** Collects lines by the ways that are added. */
export class ReachLines {
  readonly #graph: ViewGraph;
  readonly #byId = new Map<string, ReachLine>();
  /** How many lines at least lead up to each. */
  readonly #before = new Map<string, number>();

  constructor(graph: ViewGraph) {
    this.#graph = graph;
  }

  /** By id, in the order of the packets: those that leave the connection first. */
  get byId(): ReadonlyMap<string, ReachLine> {
    const order = (id: string) => this.#before.get(id) ?? 0;
    return new Map([...this.#byId].sort(([a], [b]) => order(a) - order(b)));
  }

  /** Gives the ids of the lines that lead over these steps. */
  add(connectionId: string, steps: readonly WayStep[], pass: ReachedTarget): string[] {
    const ids: string[] = [];
    let from = connectionId;
    for (const { nodeId, facts } of steps) {
      const line = this.#between(from, nodeId);
      from = nodeId;
      if (line === undefined) continue;
      this.#before.set(line.id, Math.min(ids.length, this.#before.get(line.id) ?? Infinity));
      ids.push(line.id);
      if (!line.passes.some(({ key }) => key === pass.key)) line.passes.push(pass);
      line.verdict = mergedVerdict(line.passes.map(({ verdict }) => verdict));
      line.evidence = [...new Set([...line.evidence, ...facts])];
    }
    return ids;
  }

  /** A line of the diagram, else one of its own; none between a container and what it holds. */
  #between(source: string, target: string): ReachLine | undefined {
    const graph = this.#graph;
    const drawn = (graph.outgoing.get(source) ?? []).find((edge) => edge.target === target);
    if (
      !drawn &&
      [ancestorsOf(graph, target), ancestorsOf(graph, source)].some(
        (ids) => ids.includes(source) || ids.includes(target),
      )
    ) {
      return undefined;
    }
    const id = drawn?.id ?? `route:${source}>${target}`;
    const known = this.#byId.get(id);
    if (known) return known;
    const line: ReachLine = { id, source, target, passes: [], verdict: "unknown", evidence: [] };
    this.#byId.set(id, line);
    return line;
  }
}
