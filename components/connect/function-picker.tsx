"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { functionListQuery } from "@/lib/client/queries/functions";
import type { FunctionSummary } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";

export interface FunctionPickerProps {
  label: string;
  onPick: (functionName: string) => void;
  /** Why a function cannot be picked; undefined where it can. */
  whyNot: (fn: FunctionSummary) => string | undefined;
}

/** Where a page needs a function and the link named none. */
export function FunctionPicker({ label, onPick, whyNot }: FunctionPickerProps) {
  const { data, error, refetch } = useQuery(functionListQuery());
  if (isNoSnapshot(error)) return <ReadingAccount />;
  if (error) {
    return (
      <ApiErrorState title="The functions could not be read" error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <SkeletonRows label="Reading the functions" rows={4} />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        title="There is no function yet"
        actions={<ButtonLink href={pages.newFunction()}>Create a function</ButtonLink>}
      >
        This account and region have none in the newest snapshot.
      </EmptyState>
    );
  }
  return (
    <div className="max-w-lg">
      <Field label={label}>
        {(control) => (
          <Combobox
            label="Function"
            control={control}
            value={null}
            placeholder="Choose a function"
            emptyText="No function matches."
            onChange={onPick}
            options={data.items.map((fn) => ({
              value: fn.functionName,
              label: fn.functionName,
              detail: fn.vpcConfig === null ? "not in a VPC" : `in ${fn.vpcName ?? fn.vpcConfig.vpcId}`,
              disabledReason: whyNot(fn),
            }))}
          />
        )}
      </Field>
    </div>
  );
}
