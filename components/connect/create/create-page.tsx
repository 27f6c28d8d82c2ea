"use client";

import { useSyncExternalStore } from "react";
import { parseAsString, useQueryStates } from "nuqs";
import { PageBody } from "@/components/layout/page/page-body";
import { PageHeader } from "@/components/layout/page/page-header";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import type { ConnectSlots } from "../connect-slots";
import { OperationProgress } from "../progress/operation-progress";
import { CreateWizard } from "./create-wizard";

const subscribeToNothing = () => () => undefined;

/** Create a function, in a VPC or outside. What was typed is in the tab's storage, which only the browser has. */
export function CreatePage({ slots }: { slots: ConnectSlots }) {
  const [url, setUrl] = useQueryStates({ step: parseAsString, operation: parseAsString });
  const isBrowser = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  if (url.operation !== null) {
    return (
      <PageBody>
        <OperationProgress operationId={url.operation} title="Create a function" slots={slots} />
      </PageBody>
    );
  }
  return (
    <PageBody>
      <PageHeader title="Create a function" />
      {isBrowser ? (
        <CreateWizard
          slots={slots}
          step={url.step}
          onStepChange={(step) => void setUrl({ step })}
          onOperation={(operation) => void setUrl({ operation })}
        />
      ) : (
        <SkeletonRows label="Opening the form" rows={6} />
      )}
    </PageBody>
  );
}
