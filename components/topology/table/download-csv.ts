import { downloadCsv } from "@/components/ui/table/download-csv";
import type { EdgeRow, NodeRow } from "@/lib/core/topology/view/table-rows";

export function downloadNodes(rows: readonly NodeRow[]): void {
  downloadCsv(
    "topology-resources.csv",
    ["Name", "Kind", "Details", "Inside", "Id"],
    rows.map((row) => [row.label, row.kind, row.detail, row.inside, row.resourceId]),
  );
}

export function downloadEdges(rows: readonly EdgeRow[]): void {
  downloadCsv(
    "topology-paths.csv",
    ["From", "To", "By", "Works", "Evidence"],
    rows.map((row) => [row.source, row.target, row.kind, row.status, row.evidence]),
  );
}
