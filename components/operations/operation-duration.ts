import { formatDuration } from "@/components/ui/status/format-age";
import type { Operation } from "@/lib/contract/operations";

/** How long it took, or that it still goes on; null where it has not begun. */
export function durationText(operation: Pick<Operation, "startedAt" | "endedAt">): string | null {
  if (operation.startedAt === null) return null;
  if (operation.endedAt === null) return "goes on";
  return formatDuration(Date.parse(operation.endedAt) - Date.parse(operation.startedAt));
}
