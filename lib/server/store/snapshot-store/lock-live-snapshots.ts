import { sql } from "drizzle-orm";
import type { Transaction } from "../database";

/** Any number, as long as nobody else locks it: "snap" in ASCII. */
const LOCK = 0x736e6170;

/** Until the transaction ends no other one, of any instance, that locks too adds a live snapshot. */
export async function lockLiveSnapshots(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
}
