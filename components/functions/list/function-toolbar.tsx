"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import type { Column } from "@/components/ui/table/column";
import { ColumnChooser } from "@/components/ui/table/column-chooser";
import { downloadCsv } from "@/components/ui/table/download-csv";
import { FilterChip } from "@/components/ui/table/filter-chip";
import { TableSearch } from "@/components/ui/table/table-search";
import type { FunctionSummary } from "@/lib/contract/functions";
import { stateOptions, vpcOptions, type FilterOption } from "./filter-functions";
import { functionsCsvHeader, toFunctionsCsvRows } from "./functions-csv";
import type { useFunctionFilter } from "./use-function-filter";

interface FunctionToolbarProps {
  all: readonly FunctionSummary[];
  shown: readonly FunctionSummary[];
  columns: readonly Column<FunctionSummary>[];
  filter: ReturnType<typeof useFunctionFilter>;
}

const withCount = ({ value, label, detail, count }: FilterOption) => ({
  value,
  label,
  detail,
  aside: <span className="text-ink-muted tabular-nums">{count}</span>,
});

const count = (value: number) => value.toLocaleString("en");

export function FunctionToolbar({ all, shown, columns, filter }: FunctionToolbarProps) {
  const { values, setValues } = filter;
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <div className="w-full sm:w-64">
        <TableSearch
          label="Search functions"
          value={values.q}
          onChange={(q) => {
            void setValues({ q: q === "" ? null : q });
          }}
        />
      </div>
      <FilterChip
        label="VPC"
        options={vpcOptions(all).map(withCount)}
        value={values.vpcId}
        onChange={(vpcId) => {
          void setValues({ vpcId });
        }}
      />
      <FilterChip
        label="State"
        options={stateOptions(all).map(withCount)}
        value={values.state}
        onChange={(state) => {
          void setValues({ state });
        }}
      />
      <FilterChip
        label="Attached"
        options={[
          { value: "yes", label: "In a VPC" },
          { value: "no", label: "Not in a VPC" },
        ]}
        value={values.attached}
        onChange={(attached) => {
          void setValues({ attached: attached === "yes" || attached === "no" ? attached : null });
        }}
      />
      <span className="text-13 text-ink-muted ml-auto tabular-nums" role="status">
        {shown.length === all.length
          ? `${count(all.length)} functions`
          : `${count(shown.length)} of ${count(all.length)} functions`}
      </span>
      <ColumnChooser
        columns={columns}
        hiddenIds={values.hide}
        onChange={(hide) => {
          void setValues({ hide });
        }}
      />
      <Button
        size="sm"
        icon={<Download aria-hidden className="size-3.5" />}
        onClick={() => {
          downloadCsv("functions.csv", functionsCsvHeader, toFunctionsCsvRows(shown));
        }}
      >
        <span className="max-sm:sr-only">Export CSV</span>
      </Button>
    </div>
  );
}
