"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { downloadCsv } from "@/components/ui/table/download-csv";
import { FilterChip } from "@/components/ui/table/filter-chip";
import { TableSearch } from "@/components/ui/table/table-search";
import { readAllChanges } from "@/lib/client/queries/comparison";
import { changesCsvHeader, toChangesCsvRows, type KindCount, type ResourceChange } from "./change-rows";
import { ChangeCounts } from "./change-counts";
import type { CompareUrl } from "./use-compare-url";

export interface CompareToolbarProps {
  ids: { id: string; withId: string };
  url: CompareUrl;
  kinds: readonly KindCount[];
  shown: readonly ResourceChange[];
  total: number;
}

const changes = [
  { value: "added", label: "Added" },
  { value: "removed", label: "Removed" },
  { value: "changed", label: "Changed" },
] as const;

export function CompareToolbar({ ids, url, kinds, shown, total }: CompareToolbarProps) {
  const { values, setValues } = url;
  const all = (change: (typeof changes)[number]["value"]) => kinds.reduce((sum, one) => sum + one[change], 0);
  const filter = {
    kind: values.kind ?? undefined,
    change: values.change ?? undefined,
    q: values.q === "" ? undefined : values.q,
  };
  const exported = useMutation({
    mutationKey: ["snapshots", "compare", "export"],
    mutationFn: async () =>
      shown.length === total ? [...shown] : readAllChanges(ids.id, ids.withId, filter),
    onSuccess: (items) => {
      downloadCsv("changes.csv", changesCsvHeader, toChangesCsvRows(items));
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <div className="w-full sm:w-64">
        <TableSearch
          label="Search changes"
          value={values.q}
          onChange={(q) => void setValues({ q: q === "" ? null : q })}
        />
      </div>
      <FilterChip
        label="Kind"
        value={values.kind}
        onChange={(kind) => void setValues({ kind })}
        options={kinds.map((count) => ({
          value: count.kind,
          label: count.kind,
          aside: <ChangeCounts {...count} />,
        }))}
      />
      <FilterChip
        label="Change"
        value={values.change}
        onChange={(next) =>
          void setValues({ change: changes.find(({ value }) => value === next)?.value ?? null })
        }
        options={changes.map(({ value, label }) => ({
          value,
          label,
          aside: <span className="text-ink-muted tabular-nums">{all(value).toLocaleString("en")}</span>,
        }))}
      />
      <span className="text-13 text-ink-muted ml-auto tabular-nums" role="status">
        {total === 1 ? "1 resource differs" : `${total.toLocaleString("en")} resources differ`}
      </span>
      <Button
        size="sm"
        isBusy={exported.isPending}
        icon={<Download aria-hidden className="size-3.5" />}
        onClick={() => {
          exported.mutate();
        }}
      >
        <span className="max-sm:sr-only">Export CSV</span>
      </Button>
      {exported.error && <span className="text-13 text-danger w-full">{exported.error.message}</span>}
    </div>
  );
}
