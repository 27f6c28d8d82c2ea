import type { MenuItem } from "@/components/ui/overlay/menu";
import { formatDuration } from "@/components/ui/status/format-age";
import { pages } from "@/lib/contract/pages";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { changingWords } from "@/lib/core/network/states/changing-kinds";
import type { LiveReading } from "../page/latest-snapshot";

type Scope = NonNullable<SnapshotSummary["scope"]>;

export interface RefreshChoices {
  reading: LiveReading;
  /** Newest first. */
  items: readonly SnapshotSummary[];
  onCollect: (scope: Scope) => void;
  onCancel: (snapshotId: string) => void;
}

const scopes: readonly { scope: Scope; label: string; what: string }[] = [
  { scope: "changing", label: "What changes often", what: changingWords() },
  { scope: "all", label: "Everything", what: "Every call, rules and routes too" },
];

/** How long the newest reading of that extent took; undefined where none is known. */
export function lastDurationMs(items: readonly SnapshotSummary[], scope: Scope): number | undefined {
  const last = items.find(
    (item) =>
      item.source === "live" &&
      item.status === "ready" &&
      (item.scope ?? "all") === scope &&
      item.endedAt !== undefined,
  );
  if (last?.endedAt === undefined) return undefined;
  return Math.max(0, Date.parse(last.endedAt) - Date.parse(last.capturedAt));
}

/** What a refresh reads again, where the newest reading was of several accounts or regions. */
function placesText(ready: SnapshotSummary | undefined): string {
  const { accounts = [], regions = [] } = ready ?? {};
  if (accounts.length <= 1 && regions.length <= 1) return "";
  const several = (names: readonly string[], what: string) =>
    names.length > 3 ? `${names.length} ${what}` : names.join(", ");
  return ` In ${several(accounts, "accounts")} / ${several(regions, "regions")}.`;
}

/** What the refresh button offers: two extents of reading, or what goes on and how to stop it. */
export function toRefreshItems({ reading, items, onCollect, onCancel }: RefreshChoices): MenuItem[] {
  const { collecting } = reading;
  if (collecting !== undefined) {
    return [
      { kind: "link", label: "Watch it being read", href: pages.snapshot(collecting.id) },
      {
        kind: "action",
        label: "Stop reading",
        detail: "The snapshot before stays as it is.",
        onSelect: () => {
          onCancel(collecting.id);
        },
      },
    ];
  }
  return scopes.map(({ scope, label, what }) => {
    const durationMs = lastDurationMs(items, scope);
    const where = scope === "changing" ? placesText(reading.ready) : "";
    const took = durationMs === undefined ? "" : ` Took ${formatDuration(durationMs)} last time.`;
    return {
      kind: "action",
      label,
      detail: `${what}.${where}${took}`,
      ...(scope === "changing" && reading.ready === undefined
        ? { disabledReason: "Everything has to be read once before." }
        : {}),
      onSelect: () => {
        onCollect(scope);
      },
    };
  });
}
