import { eq } from "drizzle-orm";
import type { Executor } from "../database";
import { settings } from "../schema/settings";

/** Undefined where nobody chose yet. */
export async function findSetting(executor: Executor, name: string): Promise<unknown> {
  const [row] = await executor.select().from(settings).where(eq(settings.name, name));
  return row?.value;
}

export async function storeSetting(
  executor: Executor,
  setting: { name: string; value: unknown; changedAt: Date },
): Promise<void> {
  const { value, changedAt } = setting;
  await executor
    .insert(settings)
    .values(setting)
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt } });
}
