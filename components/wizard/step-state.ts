/** What the shell knows of a step: whether it is done, and why one cannot go on while it is not. */
export interface StepGate {
  readonly id: string;
  /** Set while the step is not done: shown beside "Next" and on the steps after it. */
  readonly missing?: string | undefined;
}

export type StepState = "done" | "current" | "open" | "locked";

/**
 * A step can be entered once every step before it is done; the current one always. The last step makes the change,
 * so that it is never done while the wizard is shown.
 */
export function toStepStates(steps: readonly StepGate[], currentId: string): StepState[] {
  let isReachable = true;
  return steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    const whenReachable = step.missing === undefined && !isLast ? "done" : "open";
    const state = step.id === currentId ? "current" : isReachable ? whenReachable : "locked";
    if (step.missing !== undefined) isReachable = false;
    return state;
  });
}

/** The step to show: the one asked for, or the first undone step before it. */
export function resolveStep(steps: readonly StepGate[], wantedId: string | null): string | undefined {
  const wanted = steps.findIndex((step) => step.id === wantedId);
  const firstUndone = steps.findIndex((step) => step.missing !== undefined);
  if (wanted === -1) return steps[0]?.id;
  const isBlocked = firstUndone !== -1 && firstUndone < wanted;
  return isBlocked ? steps[firstUndone]?.id : steps[wanted]?.id;
}

/** The neighbours of a step; undefined at the ends. */
export function neighbours(
  steps: readonly StepGate[],
  currentId: string,
): { previous: string | undefined; next: string | undefined } {
  const index = steps.findIndex((step) => step.id === currentId);
  return { previous: index <= 0 ? undefined : steps[index - 1]?.id, next: steps[index + 1]?.id };
}
