"use client";

import { useCallback, useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { FilterChip } from "@/components/ui/table/filter-chip";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { verdictComparisonQuery } from "@/lib/client/queries/comparison";
import { vpcListQuery } from "@/lib/client/queries/vpcs";
import type { VerdictComparison } from "@/lib/contract/reachability/verdict-comparison";
import type { ComparisonProps } from "../comparison";
import { VerdictTable } from "./verdict-table";
import { changedWords, leftOutWords, nothingChanged } from "./verdict-words";

/** What connections reach now and did not, or the other way round. Worked out only when it is looked at. */
export function ChangedVerdicts({ id, withId, url }: ComparisonProps) {
  const vpcId = url.values.vpcId ?? undefined;
  const { data, error, refetch } = useQuery(verdictComparisonQuery(id, withId, vpcId));
  const vpcs = useQuery(vpcListQuery({ snapshotId: id })).data?.items;
  const names = useMemo(() => new Map(vpcs?.map((vpc) => [vpc.vpcId, vpc.name])), [vpcs]);
  const nameOfVpc = useCallback((of: string) => names.get(of) ?? null, [names]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <FilterChip
          label="VPC"
          options={(vpcs ?? []).map((vpc) => ({
            value: vpc.vpcId,
            label: vpc.name ?? vpc.vpcId,
            detail: vpc.vpcId,
          }))}
          value={vpcId ?? null}
          onChange={(next) => void url.setValues({ vpcId: next })}
        />
        {data !== undefined && (
          <span className="text-13 text-ink-muted ml-auto tabular-nums" role="status">
            {changedWords(data)}
          </span>
        )}
      </div>
      {data !== undefined ? (
        <Changes comparison={data} nameOfVpc={nameOfVpc} />
      ) : error === null ? (
        <SkeletonRows label="Working out the verdicts of both" rows={10} />
      ) : isTooLarge(error) && vpcId === undefined ? (
        <EmptyState title="There are too many verdicts to compare at once">
          {error.message} Choose one VPC above.
        </EmptyState>
      ) : (
        <ApiErrorState
          title="The verdicts could not be compared"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
    </>
  );
}

function Changes({
  comparison,
  nameOfVpc,
}: {
  comparison: VerdictComparison;
  nameOfVpc: (vpcId: string) => string | null;
}) {
  const leftOut = leftOutWords(comparison);
  const { title, why } = nothingChanged(comparison);
  return (
    <>
      {leftOut !== "" && <p className="text-13 text-ink-muted pb-3">{leftOut}</p>}
      {comparison.total === 0 ? (
        <EmptyState title={title}>{why}</EmptyState>
      ) : (
        <VerdictTable comparison={comparison} nameOfVpc={nameOfVpc} />
      )}
    </>
  );
}

function isTooLarge(error: Error): boolean {
  return error instanceof ApiRequestError && error.detail.code === "too_large";
}
