import type { Plan, PlanCheck } from "@/lib/contract/plans";

const rank: Readonly<Record<PlanCheck["status"], number>> = { block: 0, unknown: 1, warn: 2, pass: 3 };

/** What stops first, what is fine last; among equals the server's order. */
export function sortChecks(checks: readonly PlanCheck[]): PlanCheck[] {
  return [...checks].sort((a, b) => rank[a.status] - rank[b.status]);
}

/** A warning, or what could not be evaluated: one says yes to it before the change is made. */
export function needsAcknowledgement(check: PlanCheck): boolean {
  return check.status === "warn" || check.status === "unknown";
}

/** What an acknowledgement is of: the same words. When they change, it must be given anew. */
export function acknowledgementKey(check: PlanCheck): string {
  return `${check.code}: ${check.message}`;
}

/** Codes to send with a plan; only those of checks whose words were acknowledged. */
export function acknowledgedIds(checks: readonly PlanCheck[], acknowledged: ReadonlySet<string>): string[] {
  return checks
    .filter((check) => needsAcknowledgement(check) && acknowledged.has(acknowledgementKey(check)))
    .map((check) => check.id);
}

/** Why a plan cannot be carried out now, in words for beside the button; undefined where it can. */
export function whyNotApply(plan: Plan, acknowledged: ReadonlySet<string>): string | undefined {
  if (plan.preview.isNoop) return "Nothing would change.";
  const blocks = plan.checks.filter((check) => check.status === "block").length;
  if (blocks > 0) return blocks === 1 ? "One check blocks it." : `${blocks} checks block it.`;
  const open = plan.checks.filter(
    (check) => needsAcknowledgement(check) && !acknowledged.has(acknowledgementKey(check)),
  ).length;
  if (open > 0) return open === 1 ? "Acknowledge one point first." : `Acknowledge ${open} points first.`;
  return undefined;
}
