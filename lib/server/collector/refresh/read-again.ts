import type { ResourceKey } from "@/lib/core/network/resources";
import type { ChangingKey } from "@/lib/core/network/states/changing-kinds";
import { toAwsFailure, type AwsFailureKind } from "../../aws/errors/aws-failure";
import type { ServerContext } from "../../context";
import type { SnapshotRow } from "../../store/snapshot-store/snapshot-rows";
import { toReaderPlace, type Place } from "../places";
import type { StatePlan } from "../reading/read-function-states";
import type { ReadCall, RegionFollower } from "../reading/region-reader";
import { loadKnownStates } from "./known-states";

/** What was read again of a place whose other parts a snapshot holds already. */
export interface Reread {
  place: Place;
  /** The capture of the base that it takes the place of. */
  captureId: string;
  /** When reading began. */
  readAt: Date;
  calls: ReadCall[];
}

export interface RereadInput extends Pick<RegionFollower, "signal" | "onProgress"> {
  place: Place;
  captureId: string;
  keys: ReadonlySet<ResourceKey>;
  limits: StatePlan["limits"];
  /** Unqualified ARNs of functions whose state is read whatever is known of it. */
  always?: readonly string[];
}

/** What attaching, detaching or creating a function changes; part of what changes often. */
export const TOUCHED_KEYS: ReadonlySet<ResourceKey> = new Set<ChangingKey>([
  "FunctionStates",
  "Functions",
  "NetworkInterfaces",
  "Subnets",
]);

/** What is worth a second attempt by whoever asked; a refusal stays one, and is a gap as in any reading. */
const PASSING: readonly AwsFailureKind[] = ["connection", "credentials", "timeout", "unavailable"];

/** Reads it. Rejects with the SDK's error where AWS could not be reached: a gap then would hide what is known. */
export async function readAgain(
  ctx: ServerContext,
  base: SnapshotRow,
  { place, captureId, signal, onProgress, keys, limits, always }: RereadInput,
): Promise<Reread> {
  const known = await loadKnownStates(ctx.database, base.id, place);
  const readAt = ctx.clock.now();
  const states = { known, limits, ...(always === undefined ? {} : { always }) };
  const calls: ReadCall[] = [];
  const onCall = (call: ReadCall) => {
    calls.push(call);
    return Promise.resolve();
  };
  await ctx.reader.read({ ...toReaderPlace(place), keys, states }, { signal, onProgress, onCall });
  for (const { error } of calls) {
    if (error instanceof Error && PASSING.includes(toAwsFailure(error).kind)) throw error;
  }
  return { place, captureId, readAt, calls };
}
