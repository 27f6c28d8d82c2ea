import type { Resource } from "@/lib/core/network/network";
import { statesByArn } from "@/lib/core/network/states/select-states";
import type { Database } from "../../store/database";
import { listKeptStates } from "../../store/queries/function-states";
import { listCaptures, loadParts } from "../../store/snapshot-store/load-captures";

/** States of a region's functions as they were read last, by a snapshot or because somebody looked at them. */
export async function loadKnownStates(
  database: Database,
  snapshotId: string | undefined,
  region: string,
): Promise<Map<string, Resource<"FunctionStates">>> {
  const captures = snapshotId === undefined ? [] : await listCaptures(database.db, snapshotId);
  const stored: unknown[] = [];
  for (const { id } of captures.filter((capture) => capture.region === region)) {
    for (const { items } of await loadParts(database, id, ["FunctionStates"])) stored.push(...items);
  }
  const kept = await listKeptStates(database.db);
  // What a snapshot holds under this key was a state when it was stored.
  return statesByArn([...(stored as Resource<"FunctionStates">[]), ...kept.filter(isOf(region))]);
}

function isOf(region: string) {
  return ({ FunctionArn }: Resource<"FunctionStates">) => FunctionArn?.split(":")[3] === region;
}
