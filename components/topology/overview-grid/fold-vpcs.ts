import { compareText, type ViewGraph, type ViewNode } from "@/lib/core/topology/view/view-graph";

/** A column of more cards than this is too small to read in a window 700 px high. */
const GRID_ABOVE = 16;
/** As many fit a window as cards of two lines, side by side; above that, those without functions are folded. */
const FOLD_ABOVE = 60;

/** VPCs of one region; those without functions are behind one tile until somebody opens it. */
export interface RegionVpcs {
  /** Undefined where a VPC stands in no region. */
  readonly region: ViewNode | undefined;
  readonly shown: readonly ViewNode[];
  readonly folded: readonly ViewNode[];
}

function overviewVpcs(graph: ViewGraph): ViewNode[] {
  return graph.nodes.filter((node) => node.kind === "vpc" && !graph.childrenOf.has(node.id));
}

/** `tall` for a phone: two columns to scroll through; `wide` has about the form of a desktop's window. */
export type GridShape = "wide" | "tall";

/** Whether this is an overview of so many VPCs that they are packed into a grid: on a phone, any that has several. */
export function isOverviewGrid(graph: ViewGraph, shape: GridShape): boolean {
  const { length } = overviewVpcs(graph);
  if (shape === "wide") return length > GRID_ABOVE;
  return length > 1 && length === graph.nodes.filter(({ kind }) => kind === "vpc").length;
}

/** No id of AWS holds a space. */
export function foldIdOf(regionId: string | undefined): string {
  return `fold of ${regionId ?? "no region"}`;
}

/** The VPCs by region, in the order of account and region, and by name in each. */
export function foldVpcs(graph: ViewGraph): RegionVpcs[] {
  const vpcs = overviewVpcs(graph);
  const isFolding = vpcs.length > FOLD_ABOVE && vpcs.some(hasFunctions);
  const regionIds = new Set(vpcs.map(({ parentId }) => graph.nodeById.get(parentId ?? "")?.id));
  return [...regionIds]
    .sort((a = "", b = "") => compareText(a, b))
    .map((regionId) => {
      const members = vpcs.filter(({ parentId }) => graph.nodeById.get(parentId ?? "")?.id === regionId);
      const without = isFolding ? members.filter((node) => !hasFunctions(node)) : [];
      // A tile that stands for one other tile only hides it.
      const folded = without.length > 1 ? without : [];
      const shown = folded.length > 0 ? members.filter(hasFunctions) : members;
      return { region: graph.nodeById.get(regionId ?? ""), shown, folded };
    });
}

function hasFunctions(node: ViewNode): boolean {
  return (node.counts?.functions ?? 0) > 0;
}

/** The fold that hides a node; undefined where none does. */
export function foldHiding(graph: ViewGraph, nodeId: string | null): string | undefined {
  if (nodeId === null || graph.nodeById.get(nodeId)?.kind !== "vpc" || !isOverviewGrid(graph, "wide"))
    return undefined;
  const hiding = foldVpcs(graph).find(({ folded }) => folded.some(({ id }) => id === nodeId));
  return hiding && foldIdOf(hiding.region?.id);
}
