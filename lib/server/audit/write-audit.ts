import type { AuditEntry } from "@/lib/contract/audit";
import type { Executor } from "../store/database";
import { audit } from "../store/schema/audit";

export interface AuditInput {
  actor: string;
  /** `plan.apply`, `snapshot.import`, … */
  action: string;
  /** What was changed: an ARN or an id. */
  resource: string;
  outcome: AuditEntry["outcome"];
  correlationId: string;
  detail?: Record<string, unknown>;
}

/** Writes one audit row. Pass the transaction of the change itself, so that neither exists without the other. */
export async function writeAudit(tx: Executor, input: AuditInput): Promise<void> {
  await tx.insert(audit).values({ ...input, detail: input.detail ?? null });
}
