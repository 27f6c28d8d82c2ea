"use client";

import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { PlanReview } from "./plan-review";
import type { PlanPreviewState } from "./use-plan-preview";

export interface ReviewStepProps {
  preview: PlanPreviewState;
  nameOf: (id: string) => string;
  acknowledged: ReadonlySet<string>;
  onAcknowledge: (key: string, isAcknowledged: boolean) => void;
}

/** The review of what is chosen, in each of its states. */
export function ReviewStep({ preview, nameOf, acknowledged, onAcknowledge }: ReviewStepProps) {
  if (preview.error) {
    return (
      <ApiErrorState
        title="What this would do could not be worked out"
        error={preview.error}
        onRetry={preview.refresh}
      />
    );
  }
  if (!preview.plan) return <SkeletonRows label="Working out what this would do" rows={6} />;
  return (
    <PlanReview
      plan={preview.plan}
      nameOf={nameOf}
      acknowledged={acknowledged}
      onAcknowledge={onAcknowledge}
    />
  );
}
