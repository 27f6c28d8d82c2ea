import type { StepKind } from "@/lib/core/operations/operation";
import { awaitFunction, awaitRollback } from "./await-function";
import { createFunctionStep } from "./create-function";
import { deleteFunctionStep } from "./delete-function";
import type { StepExecutor } from "./step-executor";
import {
  restoreFunctionConfigurationStep,
  updateFunctionConfigurationStep,
} from "./update-function-configuration";

/** One executor per kind of step. */
export const executors: Record<StepKind, StepExecutor> = {
  "update-function-configuration": updateFunctionConfigurationStep,
  "create-function": createFunctionStep,
  "await-function": awaitFunction,
  "restore-function-configuration": restoreFunctionConfigurationStep,
  "delete-function": deleteFunctionStep,
  "await-rollback": awaitRollback,
};
