"use client";

import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { applyPlanMutation, createPlanMutation } from "@/lib/client/mutations/plans";
import type { PlanIntent } from "@/lib/contract/plans";
import { acknowledgedIds, whyNotApply } from "../review/weigh-checks";
import { describeRefusal, type Refusal } from "./describe-refusal";

export interface SavePlan {
  save: (intent: PlanIntent, acknowledged: ReadonlySet<string>) => void;
  isSaving: boolean;
  refusal: Refusal | undefined;
  error: Error | null;
}

/**
 * Keeps the plan, then applies it with what was acknowledged. Where the kept plan asks for something that was not
 * acknowledged (the world moved while one read), nothing is applied and the review is shown again.
 */
export function useSavePlan(input: {
  onOperation: (operationId: string) => void;
  onStale: () => void;
}): SavePlan {
  const create = useMutation(createPlanMutation());
  const apply = useMutation(applyPlanMutation());
  const [refusal, setRefusal] = useState<Refusal>();
  const [error, setError] = useState<Error | null>(null);

  const run = async (intent: PlanIntent, acknowledged: ReadonlySet<string>) => {
    const plan = await create.mutateAsync(intent);
    const reason = whyNotApply(plan, acknowledged);
    if (reason !== undefined) {
      setRefusal({
        title: "The checks have changed",
        message: `${reason} Nothing was changed in AWS.`,
        isPlanStale: true,
        isOperationInProgress: false,
      });
      input.onStale();
      return;
    }
    const acknowledge = acknowledgedIds(plan.checks, acknowledged);
    const operation = await apply.mutateAsync({ planId: plan.id, acknowledge });
    input.onOperation(operation.id);
  };

  return {
    save: (intent, acknowledged) => {
      setRefusal(undefined);
      setError(null);
      run(intent, acknowledged).catch((cause: unknown) => {
        const found = describeRefusal(cause);
        if (found) {
          setRefusal(found);
          if (found.isPlanStale) input.onStale();
        } else {
          setError(cause instanceof Error ? cause : new Error(String(cause)));
        }
      });
    },
    isSaving: create.isPending || apply.isPending,
    refusal,
    error,
  };
}
