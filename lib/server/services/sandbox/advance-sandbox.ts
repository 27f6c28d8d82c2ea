import type { z } from "zod";
import type { advanceSandboxInput, sandboxClock } from "@/lib/contract/environment";
import { writeAudit } from "../../audit/write-audit";
import type { RequestContext } from "../../context";
import { callSandbox } from "./call-sandbox";
import { sandboxState } from "./read-sandbox-state";

/** Moves the sandbox's clock forward. Its clock is not ours to roll back, so the audit row follows the deed. */
export async function advanceSandbox(
  ctx: RequestContext,
  { seconds }: z.output<typeof advanceSandboxInput>,
): Promise<z.output<typeof sandboxClock>> {
  const { now } = sandboxState.parse(await callSandbox(ctx, "POST", "/_sandbox/advance", { seconds }));
  await writeAudit(ctx.database.db, {
    actor: ctx.actor.id,
    action: "sandbox.advance",
    resource: "sandbox",
    outcome: "succeeded",
    correlationId: ctx.correlationId,
    detail: { seconds },
  });
  return { now, advancedSeconds: seconds };
}
