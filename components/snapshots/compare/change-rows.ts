import type { SnapshotComparison } from "@/lib/contract/snapshot-comparison";
import type { SnapshotSummary } from "@/lib/contract/snapshots";

export type ResourceChange = SnapshotComparison["items"][number];

/** One line of the table: a field that changed, or a resource that came or went. */
export interface ChangeRow {
  key: string;
  resource: ResourceChange;
  path: string;
  before: string;
  after: string;
}

/** A value as one line of text; empty where there is nothing. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Two resources of one id may differ by account and region; their place is part of the key. */
export function resourceKey({ accountId, region, kind, id, name }: ResourceChange, index: number): string {
  return [accountId ?? "-", region ?? "-", kind, id ?? name ?? String(index)].join("/");
}

export function toChangeRows(items: readonly ResourceChange[]): ChangeRow[] {
  return items.flatMap((resource, index) => {
    const key = resourceKey(resource, index);
    if (resource.change !== "changed") return [{ key, resource, path: "", before: "", after: "" }];
    return resource.fields.map(({ path, before, after }, field) => ({
      key: `${key}#${field}`,
      resource,
      path,
      before: valueText(before),
      after: valueText(after),
    }));
  });
}

export const changesCsvHeader = [
  "Kind",
  "Id",
  "Name",
  "Change",
  "Field",
  "Before",
  "After",
  "Account",
  "Region",
];

export function toChangesCsvRows(items: readonly ResourceChange[]): string[][] {
  return toChangeRows(items).map(({ resource, path, before, after }) => [
    resource.kind,
    resource.id ?? "",
    resource.name ?? "",
    resource.change,
    path,
    before,
    after,
    resource.accountId ?? "",
    resource.region ?? "",
  ]);
}

export interface KindCount {
  kind: string;
  added: number;
  removed: number;
  changed: number;
}

/** Kinds with the most changes first. */
export function toKindCounts(counts: SnapshotComparison["counts"]): KindCount[] {
  const sum = ({ added, removed, changed }: Omit<KindCount, "kind">) => added + removed + changed;
  return Object.entries(counts)
    .map(([kind, count]) => ({ kind, ...count }))
    .sort((left, right) => sum(right) - sum(left) || left.kind.localeCompare(right.kind, "en"));
}

/** What one compares a snapshot with unless one says otherwise: the newest before it, else the oldest after it. */
export function usualBase(items: readonly SnapshotSummary[], id: string): SnapshotSummary | undefined {
  const at = ({ capturedAt }: SnapshotSummary) => Date.parse(capturedAt);
  const snapshot = items.find((item) => item.id === id);
  const others = items
    .filter((item) => item.id !== id && item.status === "ready")
    .sort((left, right) => at(right) - at(left));
  if (snapshot === undefined) return others[0];
  return others.find((item) => at(item) <= at(snapshot)) ?? others.at(-1);
}
