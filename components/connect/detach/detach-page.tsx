"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates, parseAsString } from "nuqs";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { functionQuery } from "@/lib/client/queries/functions";
import { pages } from "@/lib/contract/pages";
import type { ConnectSlots } from "../connect-slots";
import { FunctionPicker } from "../function-picker";
import { OperationProgress } from "../progress/operation-progress";
import { DetachReview } from "./detach-review";

/** Take a function out of its VPC: nothing to choose, only to understand. */
export function DetachPage({ slots }: { slots: ConnectSlots }) {
  const [url, setUrl] = useQueryStates({ functionName: parseAsString, operation: parseAsString });
  const name = url.functionName;
  const fn = useQuery({ ...functionQuery(name ?? ""), enabled: name !== null });
  const vpcName = fn.data?.vpcName ?? fn.data?.vpcConfig?.vpcId;
  const title = `Detach ${name ?? "a function"} from ${vpcName ?? "its VPC"}`;
  if (url.operation !== null) {
    return (
      <PageBody>
        <OperationProgress operationId={url.operation} title={title} slots={slots} />
      </PageBody>
    );
  }
  return (
    <PageBody>
      <PageHeader title={title} />
      {name === null ? (
        <FunctionPicker
          label="Which function should be detached?"
          onPick={(functionName) => void setUrl({ functionName })}
          whyNot={(item) => (item.vpcConfig === null ? "It is not attached to a VPC." : undefined)}
        />
      ) : fn.data?.vpcConfig ? (
        <DetachReview
          key={name}
          fn={fn.data}
          vpcName={vpcName ?? fn.data.vpcConfig.vpcId}
          slots={slots}
          onOperation={(operation) => void setUrl({ operation })}
        />
      ) : fn.data ? (
        <EmptyState
          title={`${name} is not attached to a VPC`}
          actions={<ButtonLink href={pages.connect({ functionName: name })}>Connect it to a VPC</ButtonLink>}
        >
          There is nothing to detach.
        </EmptyState>
      ) : isNoSnapshot(fn.error) ? (
        <ReadingAccount />
      ) : fn.error ? (
        <ApiErrorState
          title={`${name} could not be read`}
          error={fn.error}
          onRetry={() => void fn.refetch()}
        />
      ) : (
        <SkeletonRows label={`Reading ${name}`} rows={6} />
      )}
    </PageBody>
  );
}
