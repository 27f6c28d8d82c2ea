import { deleteFunction } from "../../aws/lambda";
import { scopeOf } from "../observe-function";
import { carryOutWrite } from "./carry-out-write";
import type { StepExecutor } from "./step-executor";

/**
 * Deletes the function that the operation created. Where no state was ever recorded AWS did not create it: one of that
 * name is somebody else's and stays.
 */
export const deleteFunctionStep: StepExecutor = async (session, stepId) => {
  if ((await session.findLastTransition()) === undefined) return { status: "done" };
  return carryOutWrite(session, stepId, {
    decide: (configuration) => ({ status: configuration === null ? "done" : "send" }),
    send: async () => {
      await deleteFunction(scopeOf(session), { FunctionName: session.record.functionName });
      return null;
    },
  });
};
