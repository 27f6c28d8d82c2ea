"use client";

import { useState, type ReactNode } from "react";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Checkbox } from "@/components/ui/form/checkbox";
import { resolveStep } from "@/components/wizard/step-state";
import { Wizard, type WizardStep } from "@/components/wizard/wizard";
import { pages } from "@/lib/contract/pages";
import type { ConnectSlots } from "../connect-slots";
import { useNetworkSteps } from "../network/network-steps";
import { SaveOutcome } from "../progress/save-outcome";
import { useSavePlan } from "../progress/use-save-plan";
import { toNameOf } from "../review/name-of";
import { PlanAside } from "../review/plan-aside";
import { ReviewStep } from "../review/review-step";
import { useAcknowledgements } from "../review/use-acknowledgements";
import { usePlanPreview } from "../review/use-plan-preview";
import { whyNotApply } from "../review/weigh-checks";
import { BasicsStep } from "./basics-step";
import { CodeStep } from "./code-step";
import { missingInBasics, missingInCode, toCreateIntent, type ZipFile } from "./create-form";
import { codeSummary, createLabel } from "./create-words";
import { FieldErrorLink } from "./field-error-link";
import { toFieldErrors } from "./field-errors";
import { useStoredForm } from "./use-stored-form";

/** A larger zip is sent for checking at the review only, not at every choice before it. */
const PREVIEW_ZIP_BYTES = 1024 * 1024;

export interface CreateWizardProps {
  slots: ConnectSlots;
  step: string | null;
  onStepChange: (step: string) => void;
  onOperation: (operationId: string) => void;
}

export function CreateWizard({ slots, step, onStepChange, onOperation }: CreateWizardProps) {
  const [form, setForm, forgetForm] = useStoredForm();
  const [zip, setZip] = useState<ZipFile>();
  const { acknowledged, acknowledge } = useAcknowledgements();
  const intent = toCreateIntent(form, zip);
  const isHeavy = form.codeKind === "zip" && (zip?.sizeBytes ?? 0) > PREVIEW_ZIP_BYTES && step !== "review";
  const preview = usePlanPreview(isHeavy ? undefined : intent);
  const save = useSavePlan({
    onOperation: (operationId) => {
      forgetForm();
      onOperation(operationId);
    },
    onStale: preview.refresh,
  });
  const fieldErrors = toFieldErrors(preview.error, save.error);
  const network = useNetworkSteps({
    choice: form.network,
    onChange: (choice) => {
      setForm({ ...form, network: choice });
    },
    fieldErrors,
  });
  const enableVpc = (
    <Checkbox
      label="Enable VPC"
      isChecked={form.isVpcEnabled}
      onChange={(isVpcEnabled) => {
        setForm({ ...form, isVpcEnabled });
      }}
      help="Connects the function to subnets of a VPC. It can also be done later."
    />
  );
  const stepProps = { form, onChange: setForm, fieldErrors };
  const steps: WizardStep[] = [
    {
      id: "basics",
      title: "Function",
      summary: form.functionName === "" ? undefined : form.functionName,
      missing: missingInBasics(form),
      content: <BasicsStep {...stepProps} />,
    },
    {
      id: "code",
      title: "Code",
      summary: codeSummary(form, zip),
      missing: missingInCode(form, zip),
      content: <CodeStep {...stepProps} zip={zip} onZipChange={setZip} />,
    },
    ...toVpcSteps(network.steps, form.isVpcEnabled, enableVpc),
    {
      id: "review",
      title: "Review",
      content: (
        <>
          <FieldErrorLink errors={fieldErrors} onGo={onStepChange} />
          <SaveOutcome save={save} functionName={form.functionName} slots={slots} />
          <ReviewStep
            preview={preview}
            nameOf={toNameOf(network.vpcs, [network.vpc])}
            acknowledged={acknowledged}
            onAcknowledge={acknowledge}
          />
        </>
      ),
    },
  ];
  const missing = steps.find((item) => item.missing !== undefined)?.missing;
  const plan = preview.isUpdating ? undefined : preview.plan;
  const vpcName = network.vpcs.find((vpc) => vpc.vpcId === form.network.vpcId)?.name ?? form.network.vpcId;
  return (
    <Wizard
      label="Create a function"
      steps={steps}
      currentId={resolveStep(steps, step) ?? "basics"}
      onStepChange={onStepChange}
      cancel={<ButtonLink href={pages.functions()}>Cancel</ButtonLink>}
      aside={
        <PlanAside
          plan={preview.plan}
          error={preview.error}
          isUpdating={preview.isUpdating}
          missing={
            missing ??
            (isHeavy ? "The zip is large: what this will do is worked out at the review." : undefined)
          }
        />
      }
      finish={{
        label: createLabel(form, vpcName),
        isBusy: save.isSaving,
        disabledReason: plan ? whyNotApply(plan, acknowledged) : "Working it out…",
        onFinish: () => {
          if (intent) save.save(intent, acknowledged);
        },
      }}
    />
  );
}

/** Not enabled, the VPC is one step with one box; enabled, the same three steps as for an existing function. */
function toVpcSteps(steps: readonly WizardStep[], isEnabled: boolean, enableVpc: ReactNode): WizardStep[] {
  const [vpc, ...rest] = steps;
  if (!vpc) return [];
  if (!isEnabled) return [{ id: vpc.id, title: vpc.title, summary: "Not connected", content: enableVpc }];
  const content = (
    <>
      {enableVpc}
      {vpc.content}
    </>
  );
  return [{ ...vpc, content }, ...rest];
}
