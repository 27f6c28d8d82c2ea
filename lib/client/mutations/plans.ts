import { mutationOptions } from "@tanstack/react-query";
import type { PlanIntent } from "@/lib/contract/plans";
import { callApi } from "../call-api";
import { storeOperation } from "../events/store-operation";

/** Keeps a plan for an intent; applying it is a second step. */
export const createPlanMutation = () =>
  mutationOptions({
    mutationKey: ["plans", "create"],
    mutationFn: (intent: PlanIntent) => callApi("createPlan", { body: { intent } }),
  });

/** Begins to carry a plan out. `acknowledge`: ids or codes of the checks that warn or are unknown. */
export const applyPlanMutation = () =>
  mutationOptions({
    mutationKey: ["plans", "apply"],
    mutationFn: ({ planId, acknowledge }: { planId: string; acknowledge: string[] }) =>
      callApi("applyPlan", { params: { id: planId }, body: { acknowledge } }),
    onSuccess: (operation, _variables, _result, context) => {
      storeOperation(context.client, operation);
    },
  });
