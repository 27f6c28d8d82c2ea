import { RelativeTime } from "@/components/ui/status/relative-time";
import type { SnapshotSummary } from "@/lib/contract/snapshots";

export interface CompareSidesProps {
  before: SnapshotSummary | undefined;
  after: SnapshotSummary | "now" | undefined;
}

/** "Before: read 2 hours ago. After: read just now." */
export function CompareSides({ before, after }: CompareSidesProps) {
  if (before === undefined || after === undefined) return "Two snapshots, resource by resource.";
  const side = (label: string, { name, capturedAt }: SnapshotSummary) => (
    <span>
      {label}: <span className="text-ink">{name}</span>, read <RelativeTime at={capturedAt} />
    </span>
  );
  return (
    <span className="flex flex-wrap gap-x-4">
      {side("Before", before)}
      {after === "now" ? (
        <span>
          After: <span className="text-ink">now</span>, being read
        </span>
      ) : (
        side("After", after)
      )}
    </span>
  );
}
