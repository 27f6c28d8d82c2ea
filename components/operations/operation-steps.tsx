import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { formatDuration } from "@/components/ui/status/format-age";
import type { Operation } from "@/lib/contract/operations";
import { toStatusLook } from "@/lib/core/operations/state-tone";

/** The operation's own steps, with how long each took. */
export function OperationSteps({ steps }: { steps: Operation["steps"] }) {
  return (
    <ol aria-label="Steps" className="grid gap-1.5">
      {steps.map((step) => {
        const look = toStatusLook("step", step.status);
        const took =
          step.startedAt !== null && step.endedAt !== null
            ? formatDuration(Date.parse(step.endedAt) - Date.parse(step.startedAt))
            : null;
        return (
          <li key={step.id} className="text-13 flex items-start gap-2.5">
            <StatusGlyph tone={look.tone} icon={look.icon} className="mt-[3px]" />
            <span className={step.status === "pending" ? "text-ink-muted min-w-0" : "min-w-0"}>
              {step.title}
            </span>
            <span className="text-ink-muted ml-auto shrink-0 tabular-nums">{took ?? look.label}</span>
          </li>
        );
      })}
    </ol>
  );
}
