import { and, inArray, lt, or, sql } from "drizzle-orm";
import type { Resource } from "@/lib/core/network/network";
import type { Executor } from "../database";
import { functionStates } from "../schema/function-states";

type FunctionState = Resource<"FunctionStates">;

/** States that were read since the last snapshot; of those functions only, where some are named (unqualified ARNs). */
export async function listKeptStates(
  executor: Executor,
  functionArns?: readonly string[],
): Promise<FunctionState[]> {
  if (functionArns?.length === 0) return [];
  const rows = await executor
    .select({ document: functionStates.document })
    .from(functionStates)
    .where(functionArns === undefined ? sql`true` : inArray(functionStates.functionArn, [...functionArns]));
  return rows.map(({ document }) => document);
}

/** Keeps states until the next snapshot takes them over; of two of one function the newer. */
export async function keepStates(executor: Executor, states: readonly FunctionState[]): Promise<void> {
  const rows = states.flatMap((document) =>
    document.FunctionArn === undefined
      ? []
      : [{ functionArn: document.FunctionArn, readAt: new Date(document.ReadAt), document }],
  );
  if (rows.length === 0) return;
  await executor
    .insert(functionStates)
    .values(rows)
    .onConflictDoUpdate({
      target: functionStates.functionArn,
      set: { readAt: sql`excluded.read_at`, document: sql`excluded.document` },
      setWhere: sql`${functionStates.readAt} < excluded.read_at`,
    });
}

/** A snapshot of these places that began then holds what was read before. Of an unnamed account any is meant. */
export async function deleteKeptStates(
  executor: Executor,
  places: readonly { accountId: string | null; region: string }[],
  before: Date,
): Promise<void> {
  const region = sql`split_part(${functionStates.functionArn}, ':', 4)`;
  const account = sql`split_part(${functionStates.functionArn}, ':', 5)`;
  const ofAny = places.filter(({ accountId }) => accountId === null).map((place) => place.region);
  const ofOne = places.map((place) => `${place.accountId ?? ""}/${place.region}`);
  const isOfPlace = or(inArray(region, ofAny), inArray(sql`${account} || '/' || ${region}`, ofOne));
  await executor.delete(functionStates).where(and(lt(functionStates.readAt, before), isOfPlace));
}
