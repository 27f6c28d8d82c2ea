"use client";

import type { ReactNode } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import type { Plan } from "@/lib/contract/plans";
import { BeforeAfter } from "./before-after";
import { CheckList } from "./check-list";
import { CliCommand } from "./cli-command";
import { InterfaceChanges } from "./interface-changes";
import { VerdictChanges } from "./verdict-changes";

export interface PlanReviewProps {
  plan: Plan;
  nameOf: (id: string) => string;
  acknowledged: ReadonlySet<string>;
  onAcknowledge: (key: string, isAcknowledged: boolean) => void;
}

/** All that is known of a change before it is made. */
export function PlanReview({ plan, nameOf, acknowledged, onAcknowledge }: PlanReviewProps) {
  const { preview } = plan;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {preview.isNoop && (
        <Callout tone="neutral" title="Nothing would change">
          {plan.functionName} is already set up exactly so. Saving would send nothing to AWS.
        </Callout>
      )}
      {!preview.isNoop && (
        <Part title="What it gains and loses">
          <VerdictChanges preview={preview} />
        </Part>
      )}
      <Part title="Checks">
        <CheckList checks={plan.checks} acknowledged={acknowledged} onAcknowledge={onAcknowledge} />
      </Part>
      <Part title="Before and after">
        <BeforeAfter preview={preview} nameOf={nameOf} />
      </Part>
      <Part title="Network interfaces and addresses">
        <InterfaceChanges preview={preview} nameOf={nameOf} />
      </Part>
      <Part title="The same change with the AWS CLI">
        <CliCommand command={preview.cli} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line overflow-hidden rounded-md border">
      <h3 className="border-line bg-sunken border-b px-4 py-1.5 font-medium">{title}</h3>
      {children}
    </section>
  );
}
