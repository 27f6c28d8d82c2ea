import { Status } from "@/components/ui/status/status";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { passesCount } from "@/lib/core/topology/reach/line-words";
import type { ReachLine } from "@/lib/core/topology/reach/reach-lines";

/** Verdict, routes and targets of a line. */
export function LineEvidence({ line }: { line: ReachLine }) {
  const { tone, label } = toStatusLook("verdict", line.verdict);
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <Status tone={tone} label={label} />
        <span className="text-ink-muted">{passesCount(line)}</span>
      </p>
      <ul className="text-ink-muted grid gap-0.5 font-mono break-words">
        {line.evidence.map((fact) => (
          <li key={fact} className="min-w-0 break-words">
            {fact}
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-3 gap-y-0.5" aria-label="What goes over it">
        {line.passes.map((pass) => {
          const look = toStatusLook("verdict", pass.verdict);
          return (
            <li key={pass.key} className="inline-flex min-w-0 items-center gap-1" title={look.label}>
              <StatusGlyph tone={look.tone} />
              <span className="min-w-0 break-words">{pass.label}</span>
              {pass.verdict !== "reachable" && (
                <span className="text-ink-muted">({look.label.toLowerCase()})</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
