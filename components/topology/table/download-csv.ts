import type { EdgeRow, NodeRow } from "@/lib/core/topology/view/table-rows";
import { toCsv } from "@/lib/core/topology/view/to-csv";

export function downloadNodes(rows: readonly NodeRow[]): void {
  const header = ["Name", "Kind", "Details", "Inside", "Id"];
  download(
    "topology-resources.csv",
    toCsv(
      header,
      rows.map((row) => [row.label, row.kind, row.detail, row.inside, row.resourceId]),
    ),
  );
}

export function downloadEdges(rows: readonly EdgeRow[]): void {
  const header = ["From", "To", "By", "Works", "Evidence"];
  download(
    "topology-paths.csv",
    toCsv(
      header,
      rows.map((row) => [row.source, row.target, row.kind, row.status, row.evidence]),
    ),
  );
}

function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
