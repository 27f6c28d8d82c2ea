import type { ResourceKey } from "@/lib/core/network/resources";
import type { ChangingKey } from "@/lib/core/network/states/changing-kinds";
import { toAwsFailure, type AwsFailureKind } from "../../aws/errors/aws-failure";
import type { ServerContext } from "../../context";
import type { SnapshotRow } from "../../store/snapshot-store/snapshot-rows";
import type { CallOutcome } from "../reading/call-outcome";
import type { StatePlan } from "../reading/read-function-states";
import { readRegion } from "../reading/read-region";
import { startReading, type ReadingOptions } from "../reading/reading";
import { loadKnownStates } from "./known-states";

/** What was read again of a region whose other parts a snapshot holds already. */
export interface Reread {
  region: string;
  /** When reading began. */
  readAt: Date;
  outcomes: CallOutcome[];
}

export interface RereadInput extends Pick<ReadingOptions, "region" | "signal" | "onProgress"> {
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
  { region, signal, onProgress, keys, limits, always }: RereadInput,
): Promise<Reread> {
  const known = await loadKnownStates(ctx.database, base.id, region);
  const readAt = ctx.clock.now();
  const reading = startReading({ aws: ctx.aws, clock: ctx.clock, region, signal, onProgress });
  const states = { known, limits, ...(always === undefined ? {} : { always }) };
  const outcomes = await readRegion(reading, { keys, states });
  for (const { error } of outcomes) {
    if (error instanceof Error && PASSING.includes(toAwsFailure(error).kind)) throw error;
  }
  return { region, readAt, outcomes };
}
