import Link from "next/link";
import { Badge } from "@/components/ui/status/badge";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { Status } from "@/components/ui/status/status";
import type { Column } from "@/components/ui/table/column";
import { pages } from "@/lib/contract/pages";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { coverageText, toCounts } from "./detail/snapshot-rows";
import { keptWords, type Kept } from "./retention/kept-words";

/** The columns of the table; `kept` says why each is kept, once that is read. */
export function snapshotColumns(kept: ReadonlyMap<string, Kept>): Column<SnapshotSummary>[] {
  return [
    {
      id: "name",
      header: "Snapshot",
      width: 220,
      sortValue: (snapshot) => snapshot.name,
      cell: (snapshot) => (
        <Link
          href={pages.snapshot(snapshot.id)}
          title={snapshot.name}
          className="font-medium hover:underline"
          tabIndex={-1}
        >
          {snapshot.name}
        </Link>
      ),
    },
    {
      id: "source",
      header: "Source",
      width: 95,
      sortValue: (snapshot) => snapshot.source,
      cell: (snapshot) => <Badge>{snapshot.source === "live" ? "live" : "imported"}</Badge>,
    },
    {
      id: "status",
      header: "Status",
      width: 120,
      sortValue: (snapshot) => snapshot.status,
      cell: (snapshot) => <Status {...toStatusLook("snapshot", snapshot.status)} />,
    },
    {
      id: "captured",
      header: "Read",
      width: 130,
      sortValue: (snapshot) => Date.parse(snapshot.capturedAt),
      cell: (snapshot) => <RelativeTime at={snapshot.capturedAt} className="text-ink-muted" />,
    },
    {
      id: "resources",
      header: "Resources",
      width: 125,
      sortValue: (snapshot) => toCounts(snapshot.counts).total,
      cell: (snapshot) => (
        <span className="tabular-nums">{toCounts(snapshot.counts).total.toLocaleString("en")}</span>
      ),
    },
    {
      id: "coverage",
      header: "Coverage",
      width: 190,
      cell: (snapshot) => <span className="text-ink-muted">{coverageText(snapshot.coverage)}</span>,
    },
    {
      id: "warnings",
      header: "Warnings",
      width: 115,
      sortValue: (snapshot) => snapshot.warnings.length,
      cell: (snapshot) =>
        snapshot.warnings.length === 0 ? (
          ""
        ) : (
          <Status tone="warning" label={String(snapshot.warnings.length)} />
        ),
    },
    {
      id: "kept",
      header: "Kept",
      width: 160,
      cell: ({ id }) => {
        const one = kept.get(id);
        if (one === undefined) return "";
        const { short, long } = keptWords(one);
        return (
          <span className={one.keptBecause === null ? "text-warning" : "text-ink-muted"} title={long}>
            {short}
          </span>
        );
      },
    },
  ];
}
