import type { z } from "zod";
import type { FunctionStates, functionStatesInput } from "@/lib/contract/function-states";
import type { Resource } from "@/lib/core/network/network";
import { statesByArn } from "@/lib/core/network/states/select-states";
import { readStatesNow, type UnreadState } from "../../../collector/refresh/read-states-now";
import type { RequestContext } from "../../../context";
import { keepStates, listKeptStates } from "../../../store/queries/function-states";
import { getNetwork } from "../../snapshots/get-network";
import { requireFunction } from "../require-function";

/**
 * The states of some functions of the newest live snapshot, read now unless they were read a moment ago, and kept for
 * the next snapshot. Throws ApiError `not_found` and `ambiguous_name` for names that are none or several.
 */
export async function readFunctionStates(
  ctx: RequestContext,
  { functions, maxAgeSeconds }: z.output<typeof functionStatesInput>,
): Promise<FunctionStates> {
  const { network } = await getNetwork({ ctx });
  const located = functions.map((name, index) =>
    requireFunction(network, name, `functions[${String(index)}]`),
  );
  const arns = [...new Set(located.map(({ arn }) => arn))];
  const inSnapshot = arns.flatMap((arn) => network.functionStates.get(arn)?.resource ?? []);
  const known = statesByArn([...inSnapshot, ...(await listKeptStates(ctx.database.db, arns))]);
  const freshSince = ctx.clock.now().getTime() - maxAgeSeconds * 1000;
  const isFresh = (arn: string) => Date.parse(known.get(arn)?.ReadAt ?? "") >= freshSince;
  const { read, unread } = await readStatesNow(
    ctx,
    arns.filter((arn) => !isFresh(arn)),
  );
  await keepStates(ctx.database.db, read);
  const states = statesByArn([...known.values(), ...read]);
  const failed = new Set(unread.map(({ functionArn }) => functionArn));
  return {
    items: arns.filter((arn) => !failed.has(arn)).flatMap((arn) => toItem(arn, states.get(arn)) ?? []),
    failures: unread.map(toFailure),
  };
}

function toItem(functionArn: string, state: Resource<"FunctionStates"> | undefined) {
  if (state === undefined) return undefined;
  return {
    functionName: state.FunctionName ?? functionArn.split(":")[6] ?? functionArn,
    functionArn,
    state: state.State ?? null,
    stateReason: state.StateReason ?? null,
    stateReasonCode: state.StateReasonCode ?? null,
    lastUpdateStatus: state.LastUpdateStatus ?? null,
    lastUpdateStatusReason: state.LastUpdateStatusReason ?? null,
    lastUpdateStatusReasonCode: state.LastUpdateStatusReasonCode ?? null,
    stateReadAt: new Date(state.ReadAt).toISOString(),
  };
}

function toFailure({ functionArn, failure }: UnreadState): FunctionStates["failures"][number] {
  const { code, message, missingPermission } = failure;
  return {
    functionArn,
    error: { code, message, ...(missingPermission === undefined ? {} : { missingPermission }) },
  };
}
