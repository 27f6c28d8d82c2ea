import type { ToldHop } from "../../reachability/sentence/told-answer";
import type { Verdict } from "../../reachability/trace";
import { ancestorsOf, toViewGraph, type ViewEdge, type ViewGraph, type ViewNode } from "../view/view-graph";
import { directSteps } from "./direct-steps";
import { mergedVerdict } from "./merged-verdict";
import { placeTarget } from "./place-target";
import { ReachLines, type ReachedTarget, type ReachLine } from "./reach-lines";
import { waySteps, type HopNames } from "./way-steps";

/** A target with the way to it from each subnet. */
export interface ReachItem {
  target: { key: string; label: string; kind: string; destination: Partial<Record<string, unknown>> };
  verdict: Verdict;
  ways: readonly { subnetId: string | null; verdict: Verdict; forward: readonly ToldHop[] }[];
}

export interface ReachInput extends HopNames {
  connectionId: string;
  items: readonly ReachItem[];
}

/** The nodes, with their containers, and the lines to one target. */
export interface ReachWay {
  /** Nodes in the order of the packet; subnets that lead the same way have one each. */
  paths: readonly (readonly string[])[];
  nodeIds: ReadonlySet<string>;
  edgeIds: ReadonlySet<string>;
}

/** A diagram with all that a connection reaches. */
export interface ReachDrawing<Node extends ViewNode = ViewNode, Edge extends ViewEdge = ViewEdge> {
  /** With the lines that only packets show, such as the local route to a database. */
  graph: ViewGraph<Node, Edge>;
  lines: ReadonlyMap<string, ReachLine>;
  /** What is reached at a node, for its mark. */
  verdictAt: ReadonlyMap<string, Verdict>;
  /** What is reached behind a node and has none of its own. */
  rowsAt: ReadonlyMap<string, readonly ReachedTarget[]>;
  /** By the target's key; one that is not reached has none. */
  wayOf: ReadonlyMap<string, ReachWay>;
}

/**
 * Merges the ways to all that is reached, or may be, into lines of the diagram. A way that is blocked is not drawn. What
 * has no node of its own is listed in the node at which packets leave what is drawn: a service behind the internet.
 */
export function drawReach<Node extends ViewNode, Edge extends ViewEdge>(
  graph: ViewGraph<Node, Edge>,
  input: ReachInput,
  toEdge: (line: Pick<ViewEdge, "id" | "kind" | "source" | "target" | "evidence">) => Edge,
): ReachDrawing<Node, Edge> {
  const lines = new ReachLines(graph);
  const at = new Map<string, Map<string, ReachedTarget>>();
  const rows = new Map<string, Map<string, ReachedTarget>>();
  const wayOf = new Map<string, ReachWay>();
  for (const { target, verdict, ways } of input.items) {
    const { key, label } = target;
    const pass = { key, label, verdict };
    const paths: string[][] = [];
    const edgeIds: string[] = [];
    for (const way of ways) {
      if (way.verdict === "unreachable") continue;
      const steps = waySteps(graph, way.forward, input);
      const own = placeTarget(graph, target, steps);
      const direct = directSteps(graph, own === undefined ? steps : [...steps, { nodeId: own, facts: [] }]);
      paths.push([input.connectionId, ...direct.map(({ nodeId }) => nodeId)]);
      edgeIds.push(...lines.add(input.connectionId, direct, pass));
      const end = direct.at(-1)?.nodeId ?? input.connectionId;
      addTo(at, end, pass);
      if (own === undefined) addTo(rows, end, pass);
    }
    if (paths.length === 0) continue;
    wayOf.set(key, { paths, nodeIds: withAncestors(graph, paths.flat()), edgeIds: new Set(edgeIds) });
  }
  const { byId } = lines;
  const rowsAt = new Map([...rows].map(([id, found]) => [id, [...found.values()]]));
  return {
    graph: withReached(graph, byId, rowsAt, toEdge),
    lines: byId,
    verdictAt: new Map(
      [...at].map(([id, found]) => [id, mergedVerdict([...found.values()].map((one) => one.verdict))]),
    ),
    rowsAt,
    wayOf,
  };
}

/** Lines whose evidence is routes: packets say which of them they take. */
const routed: ReadonlySet<string> = new Set(["route", "gateway"]);

function addTo(at: Map<string, Map<string, ReachedTarget>>, nodeId: string, target: ReachedTarget): void {
  at.set(nodeId, (at.get(nodeId) ?? new Map<string, ReachedTarget>()).set(target.key, target));
}

function withReached<Node extends ViewNode, Edge extends ViewEdge>(
  graph: ViewGraph<Node, Edge>,
  lines: ReadonlyMap<string, ReachLine>,
  rows: ReadonlyMap<string, readonly ReachedTarget[]>,
  toEdge: Parameters<typeof drawReach<Node, Edge>>[2],
): ViewGraph<Node, Edge> {
  const known = new Map(graph.edges.map((edge) => [edge.id, edge]));
  for (const line of lines.values()) {
    const drawn = known.get(line.id);
    // A placement or an attachment is a fact of its own, that no route tells.
    if (drawn && (line.evidence.length === 0 || !routed.has(drawn.kind)))
      line.evidence.unshift(drawn.evidence);
  }
  const added = [...lines.values()].filter(({ id }) => !known.has(id));
  const edges = added.map(({ id, source, target, evidence }) =>
    toEdge({ id, kind: "route", source, target, evidence: evidence.join("; ") }),
  );
  const nodes = graph.nodes.map((node) => {
    const reached = rows.get(node.id);
    return reached === undefined ? node : { ...node, reached };
  });
  return toViewGraph(nodes, [...graph.edges, ...edges]);
}

function withAncestors(graph: ViewGraph, ids: readonly string[]): Set<string> {
  return new Set(ids.flatMap((id) => [id, ...ancestorsOf(graph, id)]));
}
