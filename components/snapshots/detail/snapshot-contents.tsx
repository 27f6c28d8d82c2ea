import { GapsCallout } from "@/components/layout/page/gaps-callout";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import { InlineCode } from "@/components/ui/text/inline-code";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { CallTable } from "./call-table";
import { toCounts, toGaps } from "./snapshot-rows";

type Warning = SnapshotSummary["warnings"][number];

const warningColumns: PlainColumn<Warning>[] = [
  { id: "code", header: "Warning", isMono: true, cell: (warning) => warning.code },
  {
    id: "message",
    header: "What",
    isWrapping: true,
    cell: (warning) => <InlineCode text={warning.message} />,
  },
  { id: "path", header: "File", isMono: true, cell: (warning) => warning.path ?? "" },
  { id: "resource", header: "Resource", isMono: true, cell: (warning) => warning.resourceId ?? "" },
];

/** What a snapshot holds, what was odd about it, and what could not be read. */
export function SnapshotContents({ snapshot }: { snapshot: SnapshotSummary }) {
  const counts = toCounts(snapshot.counts);
  return (
    <>
      <GapsCallout gaps={toGaps(snapshot.coverage)} className="mb-0" />
      <Section title="Contents" aside={`${counts.total.toLocaleString("en")} resources`}>
        {counts.rows.length === 0 ? (
          <p className="text-ink-muted px-4 py-3">Nothing.</p>
        ) : (
          <dl className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 px-4 py-3">
            {counts.rows.map((row) => (
              <div
                key={row.key}
                className="border-line flex items-baseline justify-between gap-3 border-b py-1"
              >
                <dt className="truncate" title={row.key}>
                  {row.key}
                </dt>
                <dd className="text-ink-muted tabular-nums">{row.count.toLocaleString("en")}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      {snapshot.warnings.length > 0 && (
        <Section title="Warnings" aside={snapshot.warnings.length}>
          <PlainTable
            label="Warnings"
            columns={warningColumns}
            rows={snapshot.warnings}
            rowKey={(_warning, index) => String(index)}
          />
        </Section>
      )}
      <CallTable coverage={snapshot.coverage} />
    </>
  );
}
