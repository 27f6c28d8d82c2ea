"use client";

import { useMemo } from "react";
import { parseAsString, useQueryState } from "nuqs";
import { formatDuration } from "@/components/ui/status/format-age";
import { Status } from "@/components/ui/status/status";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { formatSort, parseSort, sortRows } from "@/components/ui/table/sort-rows";
import { InlineCode } from "@/components/ui/text/inline-code";
import { Section } from "@/components/ui/text/section";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import {
  coverageText,
  effortText,
  nextStepOf,
  sortCoverage,
  toEffort,
  type CoverageRow,
} from "./snapshot-rows";

type NumberKey = "items" | "requests" | "elapsedMs" | "waitedMs" | "retries";

const figure = (
  id: NumberKey,
  header: string,
  show: (value: number) => string = String,
): PlainColumn<CoverageRow> => ({
  id,
  header,
  isNumber: true,
  sortValue: (row) => row[id] ?? null,
  cell: (row) => {
    const value = row[id];
    return value === undefined ? (
      ""
    ) : (
      <span className={value === 0 ? "text-ink-faint" : ""}>{show(value)}</span>
    );
  },
});

const whereOf = (row: CoverageRow) =>
  [row.accountId, row.region].filter((part) => part !== null && part !== undefined).join(" / ");

function columnsFor(rows: readonly CoverageRow[]): PlainColumn<CoverageRow>[] {
  const isMeasured = toEffort(rows) !== undefined;
  const places = new Set(rows.map(whereOf));
  return [
    { id: "call", header: "Call", isMono: true, sortValue: (row) => row.call, cell: (row) => row.call },
    {
      id: "status",
      header: "Status",
      sortValue: (row) => row.status,
      cell: (row) => <Status {...toStatusLook("coverage", row.status)} />,
    },
    ...(places.size > 1
      ? [{ id: "where", header: "Where", isMono: true, sortValue: whereOf, cell: whereOf }]
      : []),
    figure("items", "Rows", (value) => value.toLocaleString("en")),
    ...(isMeasured
      ? [
          figure("requests", "Requests"),
          figure("elapsedMs", "Time", formatDuration),
          figure("waitedMs", "Waited for AWS’s rate", formatDuration),
          figure("retries", "Repeated"),
        ]
      : []),
  ];
}

/** Every call with what it gave and what it took; what could not be read comes first, with what to do about it. */
export function CallTable({ coverage }: { coverage: readonly CoverageRow[] }) {
  const [sortText, setSortText] = useQueryState("calls", parseAsString.withDefault("."));
  const columns = useMemo(() => columnsFor(coverage), [coverage]);
  const sort = parseSort(sortText);
  const effort = toEffort(coverage);
  return (
    <Section title="Calls" aside={effort === undefined ? coverageText(coverage) : effortText(effort)}>
      <PlainTable
        label="Calls"
        columns={columns}
        rows={sortRows(sortCoverage(coverage), columns, sort)}
        rowKey={(row) => `${row.call} ${whereOf(row)}`}
        sort={sort}
        onSortChange={(next) => {
          void setSortText(next === null ? null : formatSort(next));
        }}
        below={(row) => row.status === "failed" && <Failure row={row} />}
        empty="No call is recorded."
      />
    </Section>
  );
}

function Failure({ row }: { row: CoverageRow }) {
  const nextStep = nextStepOf(row);
  return (
    <div className="max-w-3xl whitespace-normal">
      <p>
        <InlineCode text={row.error?.message ?? "No reason was given."} />{" "}
        {row.error && <code className="text-ink-muted font-mono">{row.error.code}</code>}
      </p>
      {nextStep !== undefined && (
        <p className="text-ink-muted">
          <InlineCode text={nextStep} />
        </p>
      )}
    </div>
  );
}
