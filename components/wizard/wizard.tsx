"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/action/button";
import { StepList } from "./step-list";
import { neighbours, type StepGate } from "./step-state";

export interface WizardStep extends StepGate {
  readonly title: string;
  /** What was chosen, shown under the step's name. */
  readonly summary?: ReactNode;
  readonly content: ReactNode;
}

export interface WizardFinish {
  /** Names the change: "Attach orders-api to prod-vpc". */
  label: string;
  onFinish: () => void;
  isBusy: boolean;
  /** Why it cannot be done now; the button is then disabled. */
  disabledReason?: string | undefined;
}

export interface WizardProps {
  label: string;
  steps: readonly WizardStep[];
  currentId: string;
  onStepChange: (stepId: string) => void;
  /** "What this will do": always in sight. */
  aside: ReactNode;
  finish: WizardFinish;
  /** A link away, before the buttons. */
  cancel: ReactNode;
}

const longLabel = "h-auto! min-h-8 min-w-0 shrink! py-1 whitespace-normal! [overflow-wrap:anywhere]";

/** Steps on the left, the current one in the middle, what it will do on the right. Holds no choices of its own. */
export function Wizard(props: WizardProps) {
  const { label, steps, currentId, onStepChange, aside } = props;
  const current = steps.find((step) => step.id === currentId);
  const heading = useRef<HTMLHeadingElement>(null);
  const shownStep = useRef(currentId);
  // Focus follows the step, so that keyboard and screen reader begin at its head; not when the page opens.
  useEffect(() => {
    if (shownStep.current === currentId) return;
    shownStep.current = currentId;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  const position = steps.findIndex((step) => step.id === currentId) + 1;
  return (
    <div
      role="group"
      aria-label={label}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_18rem] xl:grid-cols-[11rem_minmax(0,1fr)_18rem] 2xl:grid-cols-[13rem_minmax(0,1fr)_22rem]"
    >
      <StepList steps={steps} currentId={currentId} onStepChange={onStepChange} />
      <section aria-labelledby="wizard-step" className="border-line bg-surface min-w-0 rounded-md border">
        <header className="border-line flex items-baseline gap-2 border-b px-4 py-2.5">
          <h2
            id="wizard-step"
            ref={heading}
            tabIndex={-1}
            className="text-16 font-semibold focus:outline-none"
          >
            {current?.title}
          </h2>
          <span className="text-ink-muted ml-auto tabular-nums">
            Step {position} of {steps.length}
          </span>
        </header>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4">{current?.content}</div>
        <WizardFooter {...props} missing={current?.missing} />
      </section>
      <aside aria-label="What this will do" className="min-w-0 lg:sticky lg:top-4">
        {aside}
      </aside>
    </div>
  );
}

/** Buttons in one line at every width; a long name of the change wraps within its button. */
function WizardFooter(props: WizardProps & { missing: string | undefined }) {
  const { steps, currentId, onStepChange, finish, cancel, missing } = props;
  const { previous, next } = neighbours(steps, currentId);
  const reason = next === undefined ? finish.disabledReason : missing;
  return (
    <footer className="border-line bg-surface sticky bottom-0 z-10 grid gap-2 rounded-b-md border-t px-4 py-3">
      <p id="wizard-reason" role="status" className="text-ink-muted text-right empty:hidden">
        {reason}
      </p>
      <div className="flex items-center gap-2">
        <span className="mr-auto shrink-0">{cancel}</span>
        {previous !== undefined && (
          <Button
            onClick={() => {
              onStepChange(previous);
            }}
          >
            Back
          </Button>
        )}
        {next === undefined ? (
          <Button
            variant="primary"
            className={longLabel}
            isBusy={finish.isBusy}
            disabled={finish.disabledReason !== undefined}
            aria-describedby="wizard-reason"
            onClick={finish.onFinish}
          >
            {finish.label}
          </Button>
        ) : (
          <Button
            variant="primary"
            className={longLabel}
            disabled={missing !== undefined}
            aria-describedby="wizard-reason"
            onClick={() => {
              onStepChange(next);
            }}
          >
            Next: {steps.find((step) => step.id === next)?.title}
          </Button>
        )}
      </div>
    </footer>
  );
}
