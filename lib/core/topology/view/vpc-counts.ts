import { count } from "../facts";
import type { ViewNode } from "./view-graph";

/** "40 functions · 6 subnets"; undefined for what is not a VPC of the overview. */
export function countsText(counts: ViewNode["counts"]): string | undefined {
  if (counts === undefined) return undefined;
  return `${count(counts.functions, "function")} · ${count(counts.subnets, "subnet")}`;
}

/** "500 VPCs · 8,040 functions in them"; undefined where none of the nodes is a VPC of the overview. */
export function sumOfCounts(nodes: readonly ViewNode[]): string | undefined {
  const all = nodes.flatMap(({ counts }) => counts ?? []);
  if (all.length === 0) return undefined;
  const functions = all.reduce((sum, counts) => sum + counts.functions, 0);
  return `${count(all.length, "VPC")} · ${count(functions, "function")} in them`;
}
