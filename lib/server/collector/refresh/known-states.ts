import type { Resource } from "@/lib/core/network/network";
import { statesByArn } from "@/lib/core/network/states/select-states";
import type { Database } from "../../store/database";
import { listKeptStates } from "../../store/queries/function-states";
import { listCaptures, loadParts, type StoredCapture } from "../../store/snapshot-store/load-captures";
import type { Place } from "../places";

/** States of the functions of an account and region as they were read last, by a snapshot or because somebody looked at them. */
export async function loadKnownStates(
  database: Database,
  snapshotId: string | undefined,
  { accountId, region }: Pick<Place, "accountId" | "region">,
): Promise<Map<string, Resource<"FunctionStates">>> {
  const isCaptureOf = (capture: StoredCapture) =>
    capture.region === region && (accountId === null || (capture.accountId ?? accountId) === accountId);
  const captures = snapshotId === undefined ? [] : await listCaptures(database.db, snapshotId);
  const stored: unknown[] = [];
  for (const { id } of captures.filter(isCaptureOf)) {
    for (const { items } of await loadParts(database, id, ["FunctionStates"])) stored.push(...items);
  }
  const kept = await listKeptStates(database.db);
  // What a snapshot holds under this key was a state when it was stored.
  return statesByArn([...(stored as Resource<"FunctionStates">[]), ...kept.filter(isOf(accountId, region))]);
}

function isOf(accountId: string | null, region: string) {
  return ({ FunctionArn }: Resource<"FunctionStates">) => {
    const [, , , ofRegion, ofAccount] = FunctionArn?.split(":") ?? [];
    return ofRegion === region && (accountId === null || ofAccount === accountId);
  };
}
