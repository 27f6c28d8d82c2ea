"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { Button } from "@/components/ui/action/button";
import { CopyId } from "@/components/ui/action/copy-id";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import type { Tone } from "@/components/ui/status/tone";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { Section } from "@/components/ui/text/section";
import { auditQuery } from "@/lib/client/queries/audit";
import type { AuditEntry } from "@/lib/contract/audit";
import { toAuditViewState } from "./audit-view-state";

const outcomeTone: Record<AuditEntry["outcome"], Tone> = {
  succeeded: "success",
  failed: "danger",
  refused: "warning",
};

const columns: PlainColumn<AuditEntry>[] = [
  { id: "action", header: "Action", isMono: true, cell: (entry) => entry.action },
  { id: "resource", header: "Resource", isMono: true, cell: (entry) => entry.resource },
  {
    id: "outcome",
    header: "Outcome",
    cell: (entry) => <Status tone={outcomeTone[entry.outcome]} label={entry.outcome} />,
  },
  { id: "actor", header: "By", cell: (entry) => entry.actor },
  { id: "at", header: "When", cell: (entry) => <RelativeTime at={entry.at} className="text-ink-muted" /> },
  {
    id: "correlation",
    header: "Correlation",
    cell: (entry) => <CopyId value={entry.correlationId} display={entry.correlationId.slice(0, 8)} />,
  },
];

export function AuditTable() {
  const query = useInfiniteQuery(auditQuery());
  const view = toAuditViewState(query.data, query.error);
  const retry = () => {
    void query.refetch();
  };
  switch (view.kind) {
    case "loading":
      return <SkeletonRows label="Loading the audit log" />;
    case "error":
      return <ApiErrorState title="The audit log could not be read" error={view.error} onRetry={retry} />;
    case "empty":
      return (
        <EmptyState title="Nothing has been done yet">
          Every change asked for through Mooring, whoever asked and however it ended, is written down here.
        </EmptyState>
      );
    case "ready":
    case "stale":
      return (
        <>
          {view.kind === "stale" && (
            <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
          )}
          <Entries
            entries={view.data}
            hasMore={query.hasNextPage}
            isBusy={query.isFetchingNextPage}
            onMore={() => {
              void query.fetchNextPage();
            }}
          />
        </>
      );
  }
}

interface EntriesProps {
  entries: readonly AuditEntry[];
  hasMore: boolean;
  isBusy: boolean;
  onMore: () => void;
}

function Entries({ entries, hasMore, isBusy, onMore }: EntriesProps) {
  return (
    <Section title="Entries" aside={`${entries.length}${hasMore ? " shown" : ""}`}>
      <PlainTable label="Audit entries" columns={columns} rows={entries} rowKey={(entry) => entry.id} />
      {hasMore && (
        <div className="px-4 py-3">
          <Button size="sm" isBusy={isBusy} onClick={onMore}>
            Show older entries
          </Button>
        </div>
      )}
    </Section>
  );
}
