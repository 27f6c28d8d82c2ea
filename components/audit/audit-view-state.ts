import { toViewState, type ViewState } from "@/components/layout/page/view-state";
import type { AuditEntry } from "@/lib/contract/audit";

interface AuditPages {
  pages: { items: AuditEntry[] }[];
}

/** What the Audit page shows. No event tells of new entries, so a lost stream changes nothing here. */
export function toAuditViewState(data: AuditPages | undefined, error: unknown): ViewState<AuditEntry[]> {
  const entries = data?.pages.flatMap(({ items }) => items);
  return toViewState({ data: entries, error, isEmpty: (items) => items.length === 0 });
}
