import clsx from "clsx";
import { Check } from "lucide-react";
import { toStepStates, type StepState } from "./step-state";
import type { WizardStep } from "./wizard";

export interface StepListProps {
  steps: readonly WizardStep[];
  currentId: string;
  onStepChange: (stepId: string) => void;
}

/** Where one is, with what was chosen under each step; on a phone one line of numbers. */
export function StepList({ steps, currentId, onStepChange }: StepListProps) {
  const states = toStepStates(steps, currentId);
  return (
    <nav aria-label="Steps" className="lg:col-span-2 xl:sticky xl:top-4 xl:col-span-1">
      <ol className="relative flex gap-1 overflow-x-auto xl:grid">
        {steps.map((step, index) => {
          const state = states[index] ?? "locked";
          return (
            <li key={step.id} className="min-w-0 shrink-0 xl:shrink">
              <button
                type="button"
                aria-current={state === "current" ? "step" : undefined}
                disabled={state === "locked"}
                onClick={() => {
                  onStepChange(step.id);
                }}
                className={clsx(
                  "flex w-full items-start gap-2.5 rounded-md px-1.5 py-1.5 text-left sm:px-2",
                  state === "current" ? "bg-accent-soft" : "not-disabled:hover:bg-hover",
                )}
              >
                <StepMark number={index + 1} state={state} />
                <span className="min-w-0 flex-1">
                  <span
                    className={clsx(
                      "block font-medium whitespace-nowrap",
                      state === "locked" && "text-ink-faint",
                      state !== "current" && "max-lg:sr-only",
                    )}
                  >
                    {step.title}
                  </span>
                  {step.summary !== undefined && (
                    <span className="text-ink-muted block break-words max-xl:hidden">{step.summary}</span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepMark({ number, state }: { number: number; state: StepState }) {
  return (
    <span
      className={clsx(
        "text-13 mt-px flex size-5 shrink-0 items-center justify-center rounded-full border font-semibold tabular-nums",
        state === "current" && "border-accent bg-accent text-accent-ink",
        state === "done" && "border-success text-success",
        (state === "open" || state === "locked") && "border-line-strong text-ink-muted",
      )}
    >
      {state === "done" ? (
        <>
          <Check aria-hidden className="size-3" strokeWidth={3} />
          <span className="sr-only">Done</span>
        </>
      ) : (
        number
      )}
    </span>
  );
}
