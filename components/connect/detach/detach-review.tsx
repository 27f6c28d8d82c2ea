"use client";

import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import type { FunctionDetail } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import type { PlanIntent } from "@/lib/contract/plans";
import type { ConnectSlots } from "../connect-slots";
import { SaveOutcome } from "../progress/save-outcome";
import { useSavePlan } from "../progress/use-save-plan";
import { toNameOf } from "../review/name-of";
import { ReviewStep } from "../review/review-step";
import { useAcknowledgements } from "../review/use-acknowledgements";
import { usePlanPreview } from "../review/use-plan-preview";
import { whyNotApply } from "../review/weigh-checks";

export interface DetachReviewProps {
  fn: FunctionDetail;
  vpcName: string;
  slots: ConnectSlots;
  onOperation: (operationId: string) => void;
}

/** What detaching loses, what stays and why, and the button that does it. */
export function DetachReview({ fn, vpcName, slots, onOperation }: DetachReviewProps) {
  const intent: PlanIntent = { kind: "detach-function", functionName: fn.functionName };
  const preview = usePlanPreview(intent);
  const { acknowledged, acknowledge } = useAcknowledgements();
  const save = useSavePlan({ onOperation, onStale: preview.refresh });
  const vpcs =
    fn.vpc === null
      ? []
      : [{ ...fn.vpc, accountId: null, region: null, isDefault: null, subnetCount: 0, functionCount: 0 }];
  const nameOf = toNameOf(vpcs, [fn]);
  const reason =
    preview.plan && !preview.isUpdating ? whyNotApply(preview.plan, acknowledged) : "Working it out…";
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      {slots.activeOperation(fn.functionName)}
      <Callout tone="neutral" title={`${fn.functionName} will no longer reach anything inside ${vpcName}`}>
        <ul className="list-disc pl-4">
          <li>
            It gets its own internet access back, and loses databases, caches and private addresses of the
            VPC.
          </li>
          <li>
            AWS deletes interfaces that nothing else uses, as documented within 20 minutes. Until then their
            subnets and security groups cannot be deleted.
          </li>
          <li>
            Keep its execution role and the rights in it until they are gone: Lambda deletes the interfaces
            with that role.
          </li>
        </ul>
      </Callout>
      <h2 className="sr-only">Review</h2>
      <SaveOutcome save={save} functionName={fn.functionName} slots={slots} />
      <ReviewStep preview={preview} nameOf={nameOf} acknowledged={acknowledged} onAcknowledge={acknowledge} />
      <footer className="border-line bg-canvas sticky bottom-0 flex flex-wrap items-center gap-2 border-t py-3">
        <ButtonLink href={pages.function(fn.functionName)}>Cancel</ButtonLink>
        <p id="detach-reason" role="status" className="text-ink-muted min-w-0 flex-1 basis-40 sm:text-right">
          {preview.error ? undefined : reason}
        </p>
        <Button
          variant="primary"
          isBusy={save.isSaving}
          disabled={reason !== undefined}
          aria-describedby="detach-reason"
          onClick={() => {
            save.save(intent, acknowledged);
          }}
        >
          Detach {fn.functionName} from {vpcName}
        </Button>
      </footer>
    </div>
  );
}
