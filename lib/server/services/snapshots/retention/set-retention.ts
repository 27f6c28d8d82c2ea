import type { RetentionRule } from "@/lib/core/retention/retention-rule";
import { writeAudit } from "../../../audit/write-audit";
import { tryApplyRetention } from "../../../collector/retention/apply-retention";
import { readRetentionRule, storeRetentionRule } from "../../../collector/retention/retention-rule";
import type { RequestContext } from "../../../context";

/** Changes which snapshots are kept, and deletes what no longer is. */
export async function setRetention(ctx: RequestContext, rule: RetentionRule): Promise<RetentionRule> {
  await ctx.database.transaction(async (tx) => {
    const before = await readRetentionRule(tx);
    await storeRetentionRule(tx, rule, ctx.clock.now());
    await writeAudit(tx, {
      actor: ctx.actor.id,
      action: "settings.change",
      resource: "retention",
      outcome: "succeeded",
      correlationId: ctx.correlationId,
      detail: { before, after: rule },
    });
  });
  await tryApplyRetention(ctx);
  return rule;
}
