import type { z } from "zod";
import type { RetentionPreview, retentionPreviewQuery } from "@/lib/contract/retention";
import { explainRetention } from "@/lib/core/retention/explain-retention";
import { readRetentionRule } from "../../../collector/retention/retention-rule";
import type { ServerContext } from "../../../context";
import { listRetained } from "../../../store/snapshot-store/list-retained";

/** Why each snapshot is kept under the rule that holds, changed by what is given. Nothing is deleted. */
export async function previewRetention(
  { database, clock }: Pick<ServerContext, "database" | "clock">,
  given: z.output<typeof retentionPreviewQuery>,
): Promise<RetentionPreview> {
  const current = await readRetentionRule(database.db);
  const rule = {
    recentHours: given.recentHours ?? current.recentHours,
    recentMost: given.recentMost ?? current.recentMost,
    dailyDays: given.dailyDays ?? current.dailyDays,
  };
  const retained = explainRetention(await listRetained(database.db), rule, clock.now().getTime());
  return {
    rule,
    items: retained.map(({ id, keptBecause, until }) => ({
      snapshotId: id,
      keptBecause,
      until: until === null ? null : new Date(until).toISOString(),
    })),
  };
}
