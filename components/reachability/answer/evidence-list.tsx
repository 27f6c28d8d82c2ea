import type { ToldEvidence } from "@/lib/core/reachability/sentence/told-answer";

export interface EvidenceListProps {
  evidence: readonly ToldEvidence[];
  nameOf: (id: string) => string | null;
}

/** The exact rules, routes and states, each after the name of what holds it. */
export function EvidenceList({ evidence, nameOf }: EvidenceListProps) {
  if (evidence.length === 0) return null;
  return (
    <ul className="border-line grid gap-0.5 border-l-2 pl-2.5" aria-label="Evidence">
      {evidence.map(({ resourceId, fact }) => (
        <li key={`${resourceId ?? ""} ${fact}`} className="flex flex-wrap gap-x-2">
          {resourceId !== undefined && (
            <span className="text-ink-muted">
              {nameOf(resourceId) ?? <code className="font-mono">{resourceId}</code>}
            </span>
          )}
          <code className="min-w-0 font-mono break-words">{fact}</code>
        </li>
      ))}
    </ul>
  );
}
