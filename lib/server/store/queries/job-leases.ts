import { sql } from "drizzle-orm";
import type { Executor } from "../database";

export interface LeaseKey {
  queue: string;
  key: string;
  runId: string;
}

/** Takes the key for this run, or prolongs it; false where another run holds it. By the database's own clock. */
export async function holdLease(executor: Executor, lease: LeaseKey, seconds: number): Promise<boolean> {
  const { rows } = await executor.execute(sql`
    insert into job_leases as held (queue, key, run_id, until)
    values (${lease.queue}, ${lease.key}, ${lease.runId}, now() + ${seconds}::float8 * interval '1 second')
    on conflict (queue, key) do update set run_id = excluded.run_id, until = excluded.until
    where held.run_id = excluded.run_id or held.until < now()
    returning run_id`);
  return rows.length === 1;
}

export async function releaseLease(executor: Executor, lease: LeaseKey): Promise<void> {
  await executor.execute(
    sql`delete from job_leases where queue = ${lease.queue} and key = ${lease.key} and run_id = ${lease.runId}`,
  );
}
