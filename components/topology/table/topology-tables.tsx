"use client";

import { useMemo, useState, type ReactNode } from "react";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { CopyId } from "@/components/ui/action/copy-id";
import { Section } from "@/components/ui/text/section";
import { PlainTable, type PlainColumn } from "@/components/ui/table/plain-table";
import { TableSearch } from "@/components/ui/table/table-search";
import { Status } from "@/components/ui/status/status";
import { filterRows, toTableRows, type EdgeRow, type NodeRow } from "@/lib/core/topology/view/table-rows";
import type { ViewGraph } from "@/lib/core/topology/view/view-graph";
import { downloadEdges, downloadNodes } from "./download-csv";

/** Rows drawn at once; a filter narrows, the CSV holds all. */
const MAX_ROWS = 500;

export interface TopologyTablesProps {
  graph: ViewGraph;
  onSelect: (nodeId: string) => void;
  /** What is drawn besides, as tables: they come first. */
  children?: ReactNode;
}

/** The diagram's twin: the same nodes and edges, for whoever reads better in rows. */
export function TopologyTables({ graph, onSelect, children }: TopologyTablesProps) {
  const [filter, setFilter] = useState("");
  const rows = useMemo(() => toTableRows(graph), [graph]);
  const nodes = useMemo(() => filterRows(rows.nodes, filter), [rows, filter]);
  const edges = useMemo(() => filterRows(rows.edges, filter), [rows, filter]);
  return (
    <div className="grid grid-cols-1 gap-4 p-4">
      {children}
      <div className="max-w-80">
        <TableSearch label="Filter both tables" value={filter} onChange={setFilter} />
      </div>
      <Section
        title="Resources"
        aside={countOf(nodes.length, rows.nodes.length)}
        actions={
          <CsvButton
            onClick={() => {
              downloadNodes(nodes);
            }}
          />
        }
      >
        <PlainTable
          label="Table of resources"
          columns={nodeColumns(onSelect)}
          rows={nodes.slice(0, MAX_ROWS)}
          rowKey={(row) => row.id}
          empty="No resource matches the filter."
        />
        <Cut total={nodes.length} />
      </Section>
      <Section
        title="Paths between them"
        aside={countOf(edges.length, rows.edges.length)}
        actions={
          <CsvButton
            onClick={() => {
              downloadEdges(edges);
            }}
          />
        }
      >
        <PlainTable
          label="Table of paths"
          columns={edgeColumns(onSelect)}
          rows={edges.slice(0, MAX_ROWS)}
          rowKey={(row) => row.id}
          empty="No path matches the filter."
        />
        <Cut total={edges.length} />
      </Section>
    </div>
  );
}

function countOf(shown: number, total: number): string {
  return shown === total ? `${total}` : `${shown} of ${total}`;
}

function Cut({ total }: { total: number }) {
  if (total <= MAX_ROWS) return null;
  return (
    <p className="text-ink-muted px-4 py-2">
      The first {MAX_ROWS} of {total} rows. Filter to see others; the CSV holds all.
    </p>
  );
}

function CsvButton({ onClick }: { onClick: () => void }) {
  return (
    <Button size="sm" icon={<Download aria-hidden className="size-3.5" />} onClick={onClick}>
      Export CSV
    </Button>
  );
}

function NodeButton({ id, label, onSelect }: { id: string; label: string; onSelect: (id: string) => void }) {
  return (
    <button
      type="button"
      className="hover:text-accent max-w-72 truncate text-left underline decoration-dotted underline-offset-2"
      title={label}
      onClick={() => {
        onSelect(id);
      }}
    >
      {label}
    </button>
  );
}

function nodeColumns(onSelect: (id: string) => void): PlainColumn<NodeRow>[] {
  return [
    {
      id: "name",
      header: "Name",
      cell: (row) => <NodeButton id={row.id} label={row.label} onSelect={onSelect} />,
    },
    { id: "kind", header: "Kind", cell: (row) => row.kind },
    {
      id: "detail",
      header: "Details",
      isWrapping: true,
      // A connection may hold a thousand functions: their names are all in the filter and in the export.
      cell: (row) => (
        <span className="line-clamp-4" title={row.detail.length > 120 ? row.detail : undefined}>
          {row.detail}
        </span>
      ),
    },
    { id: "inside", header: "Inside", isWrapping: true, cell: (row) => row.inside },
    {
      id: "resource",
      header: "Id",
      cell: (row) => (row.resourceId === "" ? null : <CopyId value={row.resourceId} className="max-w-64" />),
    },
  ];
}

function edgeColumns(onSelect: (id: string) => void): PlainColumn<EdgeRow>[] {
  return [
    {
      id: "source",
      header: "From",
      cell: (row) => <NodeButton id={row.sourceId} label={row.source} onSelect={onSelect} />,
    },
    {
      id: "target",
      header: "To",
      cell: (row) => <NodeButton id={row.targetId} label={row.target} onSelect={onSelect} />,
    },
    { id: "kind", header: "By", cell: (row) => row.kind },
    {
      id: "status",
      header: "Works",
      cell: (row) =>
        row.status === "broken" ? <Status tone="danger" label="Broken" /> : <span>{row.status}</span>,
    },
    { id: "evidence", header: "Evidence", isWrapping: true, cell: (row) => row.evidence },
  ];
}
