"use client";

import { Checkbox } from "@/components/ui/form/checkbox";
import { Status } from "@/components/ui/status/status";
import { InlineCode } from "@/components/ui/text/inline-code";
import type { PlanCheck } from "@/lib/contract/plans";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { PassingChecks } from "./passing-checks";
import { acknowledgementKey, needsAcknowledgement, sortChecks } from "./weigh-checks";

export interface CheckListProps {
  checks: readonly PlanCheck[];
  acknowledged: ReadonlySet<string>;
  onAcknowledge: (key: string, isAcknowledged: boolean) => void;
}

/** What stops or asks first, each with what to do; what passes in one line that opens. */
export function CheckList({ checks, acknowledged, onAcknowledge }: CheckListProps) {
  const sorted = sortChecks(checks);
  const open = sorted.filter((check) => check.status !== "pass");
  return (
    <>
      <ul className="divide-line divide-y" aria-label="Checks">
        {open.length === 0 && <li className="text-ink-muted px-4 py-2">Nothing stands against it.</li>}
        {open.map((check) => (
          <OpenCheck
            key={check.id}
            check={check}
            isAcknowledged={acknowledged.has(acknowledgementKey(check))}
            onAcknowledge={onAcknowledge}
          />
        ))}
      </ul>
      <PassingChecks checks={sorted.filter((check) => check.status === "pass")} />
    </>
  );
}

interface OpenCheckProps {
  check: PlanCheck;
  isAcknowledged: boolean;
  onAcknowledge: CheckListProps["onAcknowledge"];
}

/** What was found, why, and what to do; a warning or an unknown is answered for by a tick. */
function OpenCheck({ check, isAcknowledged, onAcknowledge }: OpenCheckProps) {
  const look = toStatusLook("check", check.status);
  return (
    <li className="grid gap-x-3 gap-y-0.5 px-4 py-2 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <Status tone={look.tone} label={look.label} className="self-start justify-self-start" />
      <div className="grid min-w-0 gap-0.5">
        <p className="font-medium">{check.title}</p>
        <p className="break-words">
          <InlineCode text={check.message} />
        </p>
        <Evidence check={check} />
        {check.nextStep !== undefined && (
          <p className="break-words">
            Next: <InlineCode text={check.nextStep} />
          </p>
        )}
        {needsAcknowledgement(check) && (
          <Checkbox
            label={check.status === "warn" ? "I know, and want it so" : "I accept that this is not known"}
            isChecked={isAcknowledged}
            onChange={(isChecked) => {
              onAcknowledge(acknowledgementKey(check), isChecked);
            }}
          />
        )}
      </div>
    </li>
  );
}

/** What the message does not say already. */
function Evidence({ check }: { check: PlanCheck }) {
  const facts = (check.evidence ?? []).filter(
    ({ fact, resourceId = "" }) => !check.message.includes(fact) || !check.message.includes(resourceId),
  );
  if (facts.length === 0) return null;
  return (
    <ul className="text-ink-muted grid gap-0.5">
      {facts.map((item) => (
        <li key={`${item.resourceId ?? ""} ${item.fact}`} className="break-words">
          {item.resourceId !== undefined && (
            <span className="mr-2 font-mono break-all">{item.resourceId}</span>
          )}
          <InlineCode text={item.fact} />
        </li>
      ))}
    </ul>
  );
}
