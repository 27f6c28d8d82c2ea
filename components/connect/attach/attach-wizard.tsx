"use client";

import { useQuery } from "@tanstack/react-query";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { InlineCode } from "@/components/ui/text/inline-code";
import { resolveStep } from "@/components/wizard/step-state";
import { Wizard, type WizardStep } from "@/components/wizard/wizard";
import { functionListQuery } from "@/lib/client/queries/functions";
import type { FunctionDetail } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import type { PlanIntent } from "@/lib/contract/plans";
import { evaluateFunctionEligibility } from "@/lib/core/operations/eligibility";
import type { ConnectSlots } from "../connect-slots";
import { ConnectionShortcut } from "../network/connection-shortcut";
import { listConnections } from "../network/list-connections";
import { choiceOf, isComplete, type NetworkChoice } from "../network/network-choice";
import { useNetworkSteps } from "../network/network-steps";
import { SaveOutcome } from "../progress/save-outcome";
import { useSavePlan } from "../progress/use-save-plan";
import { toNameOf } from "../review/name-of";
import { PlanAside } from "../review/plan-aside";
import { ReviewStep } from "../review/review-step";
import { useAcknowledgements } from "../review/use-acknowledgements";
import { usePlanPreview } from "../review/use-plan-preview";
import { whyNotApply } from "../review/weigh-checks";
import { attachLabel } from "./attach-words";
import { useConnectUrl } from "./use-connect-url";

/** The console's "Edit VPC" as steps, beginning from how the function is attached now. */
export function AttachWizard({ fn, slots }: { fn: FunctionDetail; slots: ConnectSlots }) {
  const [url, setUrl] = useConnectUrl();
  const choice = url.vpcId === null ? choiceOf(fn) : toChoice(url);
  const setChoice = (next: NetworkChoice, step?: string) =>
    void setUrl({
      vpcId: next.vpcId,
      subnets: next.subnetIds,
      groups: next.securityGroupIds,
      ipv6: next.ipv6AllowedForDualStack,
      ...(step === undefined ? {} : { step }),
    });
  const functions = useQuery(functionListQuery());
  const network = useNetworkSteps({
    choice,
    onChange: setChoice,
    vpcExtra: (
      <>
        <ConnectionShortcut
          connections={listConnections(functions.data?.items ?? [], fn.functionName)}
          onChoose={(next) => {
            setChoice(next, "review");
          }}
        />
        {fn.vpcConfig !== null && (
          <p className="text-ink-muted">
            To take {fn.functionName} out of its VPC altogether,{" "}
            <ButtonLink href={pages.detach({ functionName: fn.functionName })} size="sm">
              review detaching it
            </ButtonLink>
          </p>
        )}
      </>
    ),
  });
  const intent = toIntent(fn, choice);
  const preview = usePlanPreview(intent);
  const { acknowledged, acknowledge } = useAcknowledgements();
  const save = useSavePlan({
    onOperation: (operation) => void setUrl({ operation }),
    onStale: preview.refresh,
  });
  const nameOf = toNameOf(network.vpcs, [network.vpc, fn]);
  const refused = evaluateFunctionEligibility({
    ...fn,
    isAttached: fn.vpcConfig !== null,
    operation: null,
  }).connect;
  const steps: WizardStep[] = [
    ...network.steps,
    {
      id: "review",
      title: "Review",
      content: (
        <>
          <SaveOutcome save={save} functionName={fn.functionName} slots={slots} />
          <ReviewStep
            preview={preview}
            nameOf={nameOf}
            acknowledged={acknowledged}
            onAcknowledge={acknowledge}
          />
        </>
      ),
    },
  ];
  const currentId = resolveStep(steps, url.step) ?? "vpc";
  return (
    <div className="grid gap-4">
      {slots.activeOperation(fn.functionName)}
      {refused.reason !== undefined && (
        <Callout tone="warning" title="It cannot be changed now">
          <InlineCode text={refused.reason} /> You can choose meanwhile; the checks are done again when you
          save.
        </Callout>
      )}
      <Wizard
        label="Connect to a VPC"
        steps={steps}
        currentId={currentId}
        onStepChange={(step) => void setUrl({ step })}
        cancel={<ButtonLink href={pages.function(fn.functionName)}>Cancel</ButtonLink>}
        aside={
          <PlanAside
            plan={preview.plan}
            error={preview.error}
            isUpdating={preview.isUpdating}
            missing={
              intent
                ? undefined
                : (steps.find((step) => step.missing !== undefined)?.missing ?? "Choose a VPC.")
            }
          />
        }
        finish={{
          label:
            preview.plan?.preview.isNoop === true
              ? "Save no change"
              : attachLabel(fn, choice, nameOf(choice.vpcId ?? "")),
          isBusy: save.isSaving,
          disabledReason: preview.plan
            ? preview.isUpdating
              ? "Working it out…"
              : whyNotApply(preview.plan, acknowledged)
            : "Working it out…",
          onFinish: () => {
            if (intent) save.save(intent, acknowledged);
          },
        }}
      />
    </div>
  );
}

function toChoice(url: ReturnType<typeof useConnectUrl>[0]): NetworkChoice {
  return {
    vpcId: url.vpcId,
    subnetIds: url.subnets ?? [],
    securityGroupIds: url.groups ?? [],
    ipv6AllowedForDualStack: url.ipv6 ?? false,
  };
}

function toIntent(fn: FunctionDetail, choice: NetworkChoice): PlanIntent | undefined {
  if (!isComplete(choice)) return undefined;
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = choice;
  return {
    kind: "attach-function",
    functionName: fn.functionName,
    subnetIds,
    securityGroupIds,
    ipv6AllowedForDualStack,
  };
}
