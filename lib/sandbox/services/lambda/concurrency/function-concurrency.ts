import type {
  Concurrency,
  DeleteFunctionConcurrencyRequest,
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse,
  PutFunctionConcurrencyRequest,
} from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { invalidParameterValue } from "../lambda-errors";
import { getChangeableFunction } from "../names/get-function-version";
import { shapeCheck } from "../validation/shape-check";

/** "Concurrent executions" of a new account, and what must stay unreserved of them. */
export const CONCURRENT_EXECUTIONS = 1000;
const MIN_UNRESERVED = 100;

/** What all functions of a region have reserved together. */
export function reservedConcurrency(regionWorld: RegionWorld): number {
  return regionWorld.functions.reduce((sum, fn) => sum + (fn.reservedConcurrency ?? 0), 0);
}

/** Reserves a part of the account's concurrency. */
export const putFunctionConcurrency: Handler<PutFunctionConcurrencyRequest, Concurrency> = (
  context,
  input,
) => {
  const { ReservedConcurrentExecutions: reserved = 0 } = input;
  const check = shapeCheck();
  check.range("reservedConcurrentExecutions", reserved, { min: 0, max: Number.MAX_SAFE_INTEGER });
  check.throwIfViolated();
  const { fn } = getChangeableFunction(context, { FunctionName: input.FunctionName });
  const others = reservedConcurrency(context.regionWorld) - (fn.reservedConcurrency ?? 0);
  if (CONCURRENT_EXECUTIONS - others - reserved < MIN_UNRESERVED) {
    throw invalidParameterValue(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${String(MIN_UNRESERVED)}].`,
    );
  }
  fn.reservedConcurrency = reserved;
  return { ReservedConcurrentExecutions: reserved };
};

/** What a function has reserved; nothing is an empty answer. */
export const getFunctionConcurrency: Handler<
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse
> = (context, input) => {
  const { fn } = getChangeableFunction(context, { FunctionName: input.FunctionName });
  return fn.reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: fn.reservedConcurrency };
};

/** Gives it back. */
export const deleteFunctionConcurrency: Handler<DeleteFunctionConcurrencyRequest, Record<string, never>> = (
  context,
  input,
) => {
  const { fn } = getChangeableFunction(context, { FunctionName: input.FunctionName });
  delete fn.reservedConcurrency;
  return {};
};
