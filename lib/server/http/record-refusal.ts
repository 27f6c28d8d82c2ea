import type { Endpoint } from "@/lib/contract/endpoints/endpoint";
import { writeAudit } from "../audit/write-audit";
import type { RequestContext } from "../context";
import { hasAuditRow } from "../store/queries/has-audit-row";
import { toApiError } from "./to-api-error";

/**
 * The audit row of a mutation that did not happen, unless its service wrote one itself. Never rejects: the refusal is
 * answered in any case, and that it could not be recorded is logged.
 */
export async function recordRefusal(
  ctx: RequestContext,
  endpoint: Pick<Endpoint, "id" | "path">,
  params: Record<string, string>,
  thrown: unknown,
): Promise<void> {
  const { code, field } = toApiError(thrown);
  try {
    if (await hasAuditRow(ctx.database.db, ctx.correlationId)) return;
    await writeAudit(ctx.database.db, {
      actor: ctx.actor.id,
      action: endpoint.id,
      resource: toStorable(Object.values(params)[0] ?? endpoint.path),
      outcome: code === "internal" ? "failed" : "refused",
      correlationId: ctx.correlationId,
      detail: { code, ...(field === undefined ? {} : { field }) },
    });
  } catch (error) {
    ctx.log.error("refusal not recorded", { correlationId: ctx.correlationId }, error);
  }
}

/** What was asked for, short and without NUL: the name of a thing that does not exist may be anything. */
function toStorable(text: string): string {
  return text
    .slice(0, 256)
    .replaceAll("\0", "\ufffd")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}
