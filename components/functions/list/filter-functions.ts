import type { FunctionSummary } from "@/lib/contract/functions";
import { toFunctionLook } from "./function-look";

export interface FunctionFilter {
  q: string;
  /** A VPC id, or `none`. */
  vpcId: string | null;
  /** The word that the state column shows, or AWS's own word for the state. */
  state: string | null;
  attached: "yes" | "no" | null;
}

/** Every word of `q` must occur in the name, the VPC, the runtime or an id of the connection. */
export function filterFunctions(
  items: readonly FunctionSummary[],
  filter: FunctionFilter,
): FunctionSummary[] {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(
    (fn) =>
      matchesVpc(fn, filter.vpcId) &&
      (filter.attached === null || (fn.vpcConfig !== null) === (filter.attached === "yes")) &&
      (filter.state === null || fn.state === filter.state || toFunctionLook(fn).label === filter.state) &&
      (words.length === 0 || matchesWords(fn, words)),
  );
}

function matchesVpc(fn: FunctionSummary, vpcId: string | null): boolean {
  if (vpcId === null) return true;
  return vpcId === "none" ? fn.vpcConfig === null : fn.vpcConfig?.vpcId === vpcId;
}

function matchesWords(fn: FunctionSummary, words: readonly string[]): boolean {
  const text = [
    fn.functionName,
    fn.vpcName ?? "",
    fn.runtime ?? "",
    fn.vpcConfig?.vpcId ?? "",
    ...(fn.vpcConfig?.subnetIds ?? []),
    ...(fn.vpcConfig?.securityGroupIds ?? []),
  ]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

export interface FilterOption {
  value: string;
  label: string;
  detail?: string;
  count: number;
}

/** The VPCs that functions are in, by name, and `none` where some are in none. */
export function vpcOptions(items: readonly FunctionSummary[]): FilterOption[] {
  const found = new Map<string, FilterOption>();
  for (const fn of items) {
    const value = fn.vpcConfig?.vpcId ?? "none";
    const option = found.get(value);
    if (option) option.count += 1;
    else if (fn.vpcConfig === null) found.set(value, { value, label: "Not in a VPC", count: 1 });
    else found.set(value, { value, label: fn.vpcName ?? value, detail: value, count: 1 });
  }
  return [...found.values()].sort((left, right) => left.label.localeCompare(right.label));
}

/** The words in the state column, most frequent first. */
export function stateOptions(items: readonly FunctionSummary[]): FilterOption[] {
  const counts = new Map<string, number>();
  for (const fn of items) {
    const { label } = toFunctionLook(fn);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, count]) => ({ value: label, label, count }))
    .sort((left, right) => right.count - left.count);
}
