"use client";

import type { ReactNode } from "react";
import { Callout } from "@/components/ui/feedback/callout";
import { Status } from "@/components/ui/status/status";
import type { Plan } from "@/lib/contract/plans";
import { BeforeAfter } from "./before-after";
import { CheckList } from "./check-list";
import { CliCommand } from "./cli-command";
import { InterfaceChanges } from "./interface-changes";

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
      <Part title="Checks">
        <CheckList checks={plan.checks} acknowledged={acknowledged} onAcknowledge={onAcknowledge} />
      </Part>
      <Part title="Before and after">
        <BeforeAfter preview={preview} nameOf={nameOf} />
      </Part>
      <Part title="Network interfaces and addresses">
        <InterfaceChanges preview={preview} nameOf={nameOf} />
      </Part>
      <Part title="What it will reach afterwards">
        <VerdictChanges preview={preview} />
      </Part>
      <Part title="The same change with the AWS CLI">
        <CliCommand command={preview.cli} />
      </Part>
    </div>
  );
}

function VerdictChanges({ preview }: { preview: Plan["preview"] }) {
  if (preview.verdictChangesStatus === "not-evaluated") {
    return (
      <div className="px-4 py-3">
        <Status tone="unknown" label="Not evaluated in this version" />
        <p className="text-ink-muted mt-1">
          Whether the function gains or loses a way to the internet, AWS services or databases is not computed
          here.
        </p>
      </div>
    );
  }
  if (preview.verdictChanges.length === 0) {
    return <p className="text-ink-muted px-4 py-3">No destination is gained or lost.</p>;
  }
  return (
    <ul className="grid gap-1 px-4 py-3">
      {preview.verdictChanges.map((change) => (
        <li key={change.destination}>
          {change.destination}: {change.before} → <strong className="font-medium">{change.after}</strong>
        </li>
      ))}
    </ul>
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
