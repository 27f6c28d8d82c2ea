"use client";

import { useMemo, useState } from "react";
import Link from "next/link";
import { connectionLabel } from "@/lib/contract/reachability/connection-label";
import { traceLink } from "@/lib/contract/reachability/trace-link";
import { Status } from "@/components/ui/status/status";
import type { Column, Sort } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { sortRows } from "@/components/ui/table/sort-rows";
import { formatSource } from "@/lib/contract/reachability/question-address";
import type { VerdictChange, VerdictComparison } from "@/lib/contract/reachability/verdict-comparison";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { describeAsked } from "@/lib/core/reachability/sentence/describe-asked";

export interface VerdictTableProps {
  comparison: VerdictComparison;
  nameOfVpc: (vpcId: string) => string | null;
}

/** A row per verdict that changed; before and after each open their trace in their snapshot. */
export function VerdictTable({ comparison, nameOfVpc }: VerdictTableProps) {
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo(() => toColumns(comparison, nameOfVpc), [comparison, nameOfVpc]);
  const rows = useMemo(() => sortRows(comparison.items, columns, sort), [comparison, columns, sort]);
  return (
    <div className="border-line bg-surface -mx-4 min-h-60 flex-1 overflow-hidden border-t sm:mx-0 sm:mb-4 sm:rounded-md sm:border">
      <DataTable
        label="Changed verdicts"
        rows={rows}
        columns={columns}
        rowKey={({ connection, target }) =>
          `${connection.connectionId} ${JSON.stringify(target.destination)}`
        }
        rowName={({ connection, target, kind }) => `${connectionLabel(connection)} ${target.label} ${kind}`}
        sort={sort}
        onSortChange={setSort}
        empty={null}
      />
    </div>
  );
}

function toColumns(
  { withId, snapshotId }: VerdictComparison,
  nameOfVpc: VerdictTableProps["nameOfVpc"],
): Column<VerdictChange>[] {
  const vpcName = ({ connection: { vpcId } }: VerdictChange) =>
    vpcId === null ? "—" : (nameOfVpc(vpcId) ?? vpcId);
  return [
    {
      id: "functions",
      header: "Functions",
      width: 240,
      sortValue: ({ connection }) => connectionLabel(connection),
      cell: ({ connection }) => (
        <span
          className="block truncate font-medium"
          title={[connection.connectionId, ...connection.functionNames].join("\n")}
        >
          {connectionLabel(connection)}
        </span>
      ),
    },
    {
      id: "vpc",
      header: "VPC",
      width: 150,
      sortValue: vpcName,
      cell: (row) => <span title={row.connection.vpcId ?? undefined}>{vpcName(row)}</span>,
    },
    {
      id: "target",
      header: "Target",
      width: 230,
      sortValue: ({ target }) => target.label,
      cell: ({ target: { label, protocol, port } }) => (
        <span className="flex items-baseline gap-2">
          <span className="truncate" title={label}>
            {label}
          </span>
          <span className="text-ink-muted shrink-0">
            {describeAsked({ protocol, ...(port !== null && { port }) })}
          </span>
        </span>
      ),
    },
    {
      id: "kind",
      header: "Change",
      width: 120,
      sortValue: ({ kind }) => kind,
      cell: ({ kind }) => <Status {...toStatusLook("reach-change", kind)} />,
    },
    traceColumn("before", "Before", ({ targetBefore }) => targetBefore, withId),
    traceColumn("after", "After", ({ target }) => target, snapshotId),
  ];
}

function traceColumn(
  side: "before" | "after",
  header: string,
  targetOf: (row: VerdictChange) => VerdictChange["target"],
  ofSnapshot: string,
): Column<VerdictChange> {
  return {
    id: side,
    header,
    width: 150,
    sortValue: (row) => row[side],
    cell: (row) => {
      const { tone, label, icon } = toStatusLook("verdict", row[side]);
      return (
        <Link
          // A function may have had another connection then: the connection is the same in both.
          href={traceLink(sourceOf(row), targetOf(row), ofSnapshot)}
          prefetch={false}
          aria-label={`${header}: ${label}. Show the trace`}
          className="hover:underline"
        >
          <Status tone={tone} label={label} icon={icon} />
        </Link>
      );
    },
  };
}

function sourceOf({ connection }: VerdictChange): string {
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = connection;
  return formatSource({ connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack } });
}
