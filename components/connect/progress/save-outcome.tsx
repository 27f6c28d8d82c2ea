import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Callout } from "@/components/ui/feedback/callout";
import { InlineCode } from "@/components/ui/text/inline-code";
import type { ConnectSlots } from "../connect-slots";
import type { SavePlan } from "./use-save-plan";

/** Why a save did not begin. Shown above the review, which it is about. */
export function SaveOutcome({
  save,
  functionName,
  slots,
}: {
  save: SavePlan;
  functionName: string;
  slots: ConnectSlots;
}) {
  const { refusal, error } = save;
  if (error) return <ApiErrorState title="The change was not begun" error={error} />;
  if (!refusal) return null;
  return (
    <div className="grid gap-2">
      <Callout tone="warning" title={refusal.title} isAlert>
        <p>
          <InlineCode text={refusal.message} />
        </p>
        {refusal.nextStep !== undefined && <p className="mt-1 font-medium">{refusal.nextStep}</p>}
      </Callout>
      {refusal.isOperationInProgress && slots.activeOperation(functionName)}
    </div>
  );
}
