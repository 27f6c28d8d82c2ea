"use client";

import { useEffect, useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageHeader } from "@/components/layout/page/page-header";
import { ButtonLink } from "@/components/ui/action/button-link";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import { operationQuery } from "@/lib/client/queries/operations";
import { pages } from "@/lib/contract/pages";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { ConnectSlots } from "../connect-slots";
import { operationHeadline } from "./operation-headline";

export interface OperationProgressProps {
  operationId: string;
  /** The page's title until the operation is read. */
  title: string;
  slots: ConnectSlots;
}

/** The change as it is carried out, in place of the wizard. Events keep it live; a reload finds it again by its id. */
export function OperationProgress({ operationId, title, slots }: OperationProgressProps) {
  const { data, error, refetch } = useQuery(operationQuery(operationId));
  const heading = useRef<HTMLHeadingElement>(null);
  const isShown = data !== undefined;
  // The wizard that held the focus is gone: its place is taken by this heading.
  useEffect(() => {
    if (isShown) heading.current?.focus();
  }, [isShown]);
  if (!data) {
    return (
      <>
        <PageHeader title={title} />
        {error ? (
          <ApiErrorState
            title="The operation could not be read"
            error={error}
            onRetry={() => void refetch()}
          />
        ) : (
          <SkeletonRows label="Reading the operation" rows={4} />
        )}
      </>
    );
  }
  const look = toStatusLook("operation", data.status);
  return (
    <>
      <PageHeader title={operationHeadline(data.title)} />
      <section
        className="border-line bg-surface max-w-4xl rounded-md border"
        aria-labelledby="operation-progress"
      >
        <header className="border-line flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-3">
          <h2
            id="operation-progress"
            ref={heading}
            tabIndex={-1}
            className="text-16 min-w-0 flex-1 font-semibold break-words focus:outline-none"
          >
            Progress
          </h2>
          <Status tone={look.tone} label={look.label} look="pill" />
        </header>
        <div className="px-4 py-4">{slots.operationTimeline(data)}</div>
        <footer className="border-line flex flex-wrap gap-2 border-t px-4 py-3">
          <ButtonLink href={pages.operation(data.id)}>Open the operation</ButtonLink>
          <ButtonLink href={pages.function(data.functionName)}>Open {data.functionName}</ButtonLink>
        </footer>
      </section>
    </>
  );
}
