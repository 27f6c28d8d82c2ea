"use client";

import { useMemo } from "react";
import clsx from "clsx";
import { Button } from "@/components/ui/action/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Status } from "@/components/ui/status/status";
import { FilterChip } from "@/components/ui/table/filter-chip";
import { TableSearch } from "@/components/ui/table/table-search";
import type { Matrix } from "@/lib/contract/reachability/matrix";
import type { VpcSummary } from "@/lib/contract/vpcs";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { MatrixGrid } from "./matrix-grid";
import { viewMatrix } from "./matrix-view";
import { useIsPhone } from "@/components/layout/page/use-is-narrow";

interface MatrixUrl {
  vpcId: string | null;
  isProblemsOnly: boolean;
  q: string;
}

export interface MatrixPanelProps {
  matrix: Matrix;
  vpcs: readonly VpcSummary[];
  nameOfVpc: (vpcId: string) => string | null;
  url: MatrixUrl;
  onUrlChange: (url: MatrixUrl) => void;
  snapshotId: string | undefined;
}

const verdicts = ["reachable", "unreachable", "mixed", "unknown"] as const;

/** Filters and counts above, the grid below. */
export function MatrixPanel({ matrix, vpcs, nameOfVpc, url, onUrlChange, snapshotId }: MatrixPanelProps) {
  const { vpcId, isProblemsOnly, q } = url;
  const view = useMemo(
    () => viewMatrix(matrix, { q, isProblemsOnly, nameOfVpc }),
    [matrix, q, isProblemsOnly, nameOfVpc],
  );
  const headWidth = useIsPhone() ? 148 : 264;
  const change = (over: Partial<MatrixUrl>) => {
    onUrlChange({ ...url, ...over });
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <div className="w-full sm:w-64">
          <TableSearch
            label="Find a function, VPC or target"
            value={q}
            onChange={(next) => {
              change({ q: next });
            }}
          />
        </div>
        <FilterChip
          label="VPC"
          options={vpcs.map(({ vpcId: id, name }) => ({ value: id, label: name ?? id, detail: id }))}
          value={vpcId}
          onChange={(next) => {
            change({ vpcId: next });
          }}
        />
        <button
          type="button"
          aria-pressed={isProblemsOnly}
          onClick={() => {
            change({ isProblemsOnly: !isProblemsOnly });
          }}
          className={clsx(
            "text-13 inline-flex h-7 items-center rounded-full border px-2.5",
            isProblemsOnly
              ? "border-accent bg-accent-soft text-ink"
              : "border-line-strong text-ink-muted hover:text-ink border-dashed",
          )}
        >
          Problems only
        </button>
        <ul aria-label="Verdicts shown" className="ml-auto flex flex-wrap gap-x-4 gap-y-1">
          {verdicts.map((verdict) => {
            const look = toStatusLook("verdict", verdict);
            return (
              <li key={verdict} className="flex items-center gap-1.5">
                <Status tone={look.tone} label={look.label} />
                <span className="text-13 text-ink-muted tabular-nums">
                  {view.counts[verdict].toLocaleString("en")}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      <div className="border-line bg-surface -mx-4 min-h-72 flex-1 overflow-hidden border-t sm:mx-0 sm:mb-4 sm:rounded-md sm:border">
        {view.rows.length === 0 ? (
          <EmptyState
            title={isProblemsOnly && q === "" ? "No problem was found" : "Nothing matches"}
            actions={
              <Button
                onClick={() => {
                  change({ isProblemsOnly: false, q: "" });
                }}
              >
                Show everything
              </Button>
            }
          >
            {matrix.connections.length} connections and {matrix.destinations.length} targets were asked about.
          </EmptyState>
        ) : (
          <MatrixGrid
            // Another head width moves every column.
            key={headWidth}
            rows={view.rows}
            targets={view.targets}
            nameOfVpc={nameOfVpc}
            snapshotId={snapshotId}
            headWidth={headWidth}
          />
        )}
      </div>
    </>
  );
}
