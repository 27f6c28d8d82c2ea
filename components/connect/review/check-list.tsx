"use client";

import { Checkbox } from "@/components/ui/form/checkbox";
import { Status } from "@/components/ui/status/status";
import { InlineCode } from "@/components/ui/text/inline-code";
import type { PlanCheck } from "@/lib/contract/plans";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { acknowledgementKey, needsAcknowledgement, sortChecks } from "./weigh-checks";

export interface CheckListProps {
  checks: readonly PlanCheck[];
  acknowledged: ReadonlySet<string>;
  onAcknowledge: (key: string, isAcknowledged: boolean) => void;
}

/** Every check with what it found, why, and what to do; a warning or an unknown is answered for by a tick. */
export function CheckList({ checks, acknowledged, onAcknowledge }: CheckListProps) {
  return (
    <ul className="divide-line divide-y" aria-label="Checks">
      {sortChecks(checks).map((check) => {
        const key = acknowledgementKey(check);
        const look = toStatusLook("check", check.status);
        return (
          <li key={check.id} className="grid gap-1 px-4 py-2.5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
              <Status tone={look.tone} label={look.label} className="w-20 shrink-0" />
              <span className="font-medium">{check.title}</span>
            </div>
            <div className="grid gap-1 sm:pl-23">
              <p className={check.status === "pass" ? "text-ink-muted break-words" : "break-words"}>
                <InlineCode text={check.message} />
              </p>
              {check.status !== "pass" && <Evidence check={check} />}
              {check.nextStep !== undefined && check.status !== "pass" && (
                <p className="break-words">
                  Next: <InlineCode text={check.nextStep} />
                </p>
              )}
              {needsAcknowledgement(check) && (
                <Checkbox
                  label={
                    check.status === "warn" ? "I know, and want it so" : "I accept that this is not known"
                  }
                  isChecked={acknowledged.has(key)}
                  onChange={(isChecked) => {
                    onAcknowledge(key, isChecked);
                  }}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Evidence({ check }: { check: PlanCheck }) {
  const facts = check.evidence ?? [];
  if (facts.length === 0) return null;
  return (
    <ul className="text-ink-muted grid gap-0.5">
      {facts.map((item) => (
        <li key={`${item.resourceId ?? ""} ${item.fact}`} className="break-words">
          {item.resourceId !== undefined && <span className="mr-2 font-mono">{item.resourceId}</span>}
          {item.fact}
        </li>
      ))}
    </ul>
  );
}
