"use client";

import clsx from "clsx";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Skeleton } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { toneInk } from "@/components/ui/status/tone";
import { Section } from "@/components/ui/text/section";
import type { Plan } from "@/lib/contract/plans";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { countChanges } from "./group-changes";
import { sortChecks } from "./weigh-checks";

export interface PlanAsideProps {
  plan: Plan | undefined;
  /** What is still to be chosen before anything can be said. */
  missing: string | undefined;
  error: Error | null;
  isUpdating: boolean;
}

/** "What this will do": the shortest true answer, kept fresh while one chooses. */
export function PlanAside({ plan, missing, error, isUpdating }: PlanAsideProps) {
  return (
    <Section title="What this will do" aside={isUpdating ? "updating…" : undefined}>
      <div aria-live="polite">
        <AsideBody plan={plan} missing={missing} error={error} />
      </div>
    </Section>
  );
}

function AsideBody({ plan, missing, error }: Omit<PlanAsideProps, "isUpdating">) {
  if (missing !== undefined) return <p className="text-ink-muted px-4 py-3">{missing}</p>;
  if (error) {
    return (
      <div className="p-3">
        <ApiErrorState title="It could not be worked out" error={error} />
      </div>
    );
  }
  if (!plan) {
    return (
      <div className="grid gap-3 px-4 py-4" role="status" aria-label="Working it out">
        <Skeleton className="w-40" />
        <Skeleton className="w-56" />
        <Skeleton className="w-48" />
      </div>
    );
  }
  return <AsidePlan plan={plan} />;
}

function AsidePlan({ plan }: { plan: Plan }) {
  const passed = plan.checks.filter((check) => check.status === "pass").length;
  const open = sortChecks(plan.checks).filter((check) => check.status !== "pass");
  return (
    <div className="divide-line divide-y">
      <p className="px-4 py-3 font-medium break-words">
        {plan.preview.isNoop ? "Nothing would change." : plan.title}
      </p>
      <ul className="grid gap-2 px-4 py-3" aria-label="Checks in short">
        {open.map((check) => {
          const look = toStatusLook("check", check.status);
          return (
            <li key={check.id} className="flex items-start gap-2">
              <StatusGlyph tone={look.tone} className="mt-[3px]" />
              <span className="min-w-0 flex-1 break-words" title={check.message.replaceAll("`", "")}>
                {check.title}
              </span>
              <span className={clsx("shrink-0 font-medium", toneInk[look.tone])}>{look.label}</span>
            </li>
          );
        })}
        <li>
          <Status tone="success" label={passed === 1 ? "1 check passes" : `${passed} checks pass`} />
        </li>
      </ul>
      {!plan.preview.isNoop && <Effects preview={plan.preview} />}
    </div>
  );
}

function Effects({ preview }: { preview: Plan["preview"] }) {
  const { created, shared, released, kept } = preview.networkInterfaces;
  const used = preview.addresses.reduce((sum, item) => sum + item.used, 0);
  const rows = [
    { label: "Interfaces created", value: created.length },
    { label: "Interfaces shared", value: shared.length },
    { label: "Interfaces released", value: released.length },
    { label: "Interfaces kept by others", value: kept.length },
    { label: "Addresses used", value: used },
  ].filter((row) => row.value > 0);
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-4 py-3">
      {rows.map((row) => (
        <div key={row.label} className="contents">
          <dt className="text-ink-muted">{row.label}</dt>
          <dd className="tabular-nums">{row.value}</dd>
        </div>
      ))}
      {rows.length === 0 && <dt className="text-ink-muted col-span-2">No interface comes or goes.</dt>}
      {preview.networkInterfaces.uncertainty !== undefined && (
        <dt className="text-unknown col-span-2">{preview.networkInterfaces.uncertainty}</dt>
      )}
      <dt className="text-ink-muted">What it reaches</dt>
      <dd className="text-right">{reachWords(preview)}</dd>
    </dl>
  );
}

function reachWords({ verdictChanges, verdictChangesStatus }: Plan["preview"]): string {
  if (verdictChangesStatus === "not-evaluated") return "not known";
  return countChanges(verdictChanges.filter(({ kind }) => kind !== "unchanged")) || "no change";
}
