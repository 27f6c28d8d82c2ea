import type { ResourceKey } from "@/lib/core/network/resources";
import { toAwsFailure, type AwsFailureKind } from "../../aws/errors/aws-failure";
import { functionStates } from "../../aws/reads/function-states";
import { regionCalls } from "../../aws/reads/region-calls";
import type { ServerContext } from "../../context";
import type { CallOutcome } from "../reading/call-outcome";
import { readDependentCall } from "../reading/read-dependent-call";
import { readRegionCall } from "../reading/read-region-call";
import { startReading } from "../reading/reading";
import type { RefreshInput } from "./refresh-touched";

/** What attaching, detaching or creating a function changes, its own state apart. */
const TOUCHED_KEYS: readonly ResourceKey[] = ["Functions", "NetworkInterfaces", "Subnets"];
const touchedCalls = regionCalls.filter(({ resourceKey }) => TOUCHED_KEYS.includes(resourceKey));

/** What is worth a second attempt by whoever asked; a refusal stays one, and is a gap as in any reading. */
const PASSING: readonly AwsFailureKind[] = ["connection", "credentials", "timeout", "unavailable"];

export interface Touched {
  region: string;
  functionArn: string;
  /** When reading began. */
  readAt: Date;
  /** One per key of `TOUCHED_KEYS`. */
  whole: CallOutcome[];
  /** Of this function only; without items where there is no such function (any more). */
  state: CallOutcome;
}

/** Reads it. Rejects where AWS could not be reached: a gap then would hide what is known already. */
export async function readTouched(ctx: ServerContext, input: RefreshInput): Promise<Touched> {
  const { region, functionArn, signal } = input;
  const readAt = ctx.clock.now();
  const reading = startReading({ aws: ctx.aws, clock: ctx.clock, region, signal });
  const parent: CallOutcome = {
    resourceKey: "Functions",
    items: [{ FunctionArn: functionArn }],
    coverage: { call: "ListFunctions", status: "ok" },
  };
  const [state, ...whole] = await Promise.all([
    readDependentCall(reading, functionStates, parent),
    ...touchedCalls.map((row) => readRegionCall(reading, row)),
  ]);
  for (const { error } of [state, ...whole]) {
    if (error instanceof Error && PASSING.includes(toAwsFailure(error).kind)) throw error;
  }
  return { region, functionArn, readAt, whole, state };
}
