"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { isNoSnapshot } from "@/lib/client/api-request-error";
import { functionQuery } from "@/lib/client/queries/functions";
import type { ConnectSlots } from "../connect-slots";
import { FunctionPicker } from "../function-picker";
import { OperationProgress } from "../progress/operation-progress";
import { AttachWizard } from "./attach-wizard";
import { attachTitle } from "./attach-words";
import { useConnectUrl } from "./use-connect-url";

/** Attach a function to a VPC, or change how it is attached. */
export function ConnectPage({ slots }: { slots: ConnectSlots }) {
  const [url, setUrl] = useConnectUrl();
  const name = url.functionName;
  const fn = useQuery({ ...functionQuery(name ?? ""), enabled: name !== null });
  const title = fn.data ? attachTitle(fn.data) : `Connect ${name ?? "a function"} to a VPC`;
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
          label="Which function should be connected?"
          onPick={(functionName) => void setUrl({ functionName })}
          whyNot={() => undefined}
        />
      ) : fn.data ? (
        <AttachWizard key={name} fn={fn.data} slots={slots} />
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
