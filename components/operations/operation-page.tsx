"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { PageHeader } from "@/components/layout/page/page-header";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { ButtonLink } from "@/components/ui/action/button-link";
import { CopyId } from "@/components/ui/action/copy-id";
import { RelativeTime } from "@/components/ui/status/relative-time";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { Status } from "@/components/ui/status/status";
import { DefinitionList } from "@/components/ui/text/definition-list";
import { Section } from "@/components/ui/text/section";
import { operationQuery } from "@/lib/client/queries/operations";
import type { Operation } from "@/lib/contract/operations";
import { pages } from "@/lib/contract/pages";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import { OperationActions } from "./operation-actions";
import { OperationTimeline } from "./operation-timeline";
import { durationText } from "./operation-duration";
import { toOperationViewState } from "./operations-view-state";

export function OperationPage({ id }: { id: string }) {
  const query = useQuery(operationQuery(id));
  const connection = useEventsState();
  const view = toOperationViewState({ data: query.data, error: query.error, connection });
  const retry = () => {
    void query.refetch();
  };
  switch (view.kind) {
    case "loading":
      return (
        <>
          <PageHeader title="Operation" />
          <SkeletonRows label="Loading the operation" rows={8} />
        </>
      );
    case "not-found":
      return <Unread title="There is no such operation" error={view.error} />;
    case "error":
      return <Unread title="The operation could not be read" error={view.error} onRetry={retry} />;
    case "empty":
    case "ready":
    case "stale":
      return (
        <OperationView
          operation={view.data}
          notice={
            view.kind === "stale" && (
              <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
            )
          }
        />
      );
  }
}

function Unread(props: { title: string; error: unknown; onRetry?: () => void }) {
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.operations()} className="hover:underline">
            Operations
          </Link>
        }
        title="Operation"
      />
      <ApiErrorState
        {...props}
        actions={
          <ButtonLink size="sm" href={pages.operations()}>
            All operations
          </ButtonLink>
        }
      />
    </>
  );
}

function OperationView({ operation, notice }: { operation: Operation; notice: ReactNode }) {
  return (
    <>
      <PageHeader
        back={
          <Link href={pages.operations()} className="hover:underline">
            Operations
          </Link>
        }
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 break-words">{operation.title}</span>
            <Status {...toStatusLook("operation", operation.status)} look="pill" />
          </span>
        }
        actions={<OperationActions operation={operation} />}
      />
      {notice}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Section title="What happened">
          <div className="px-4 py-4">
            <OperationTimeline operation={operation} />
          </div>
        </Section>
        <OperationFacts operation={operation} />
      </div>
    </>
  );
}

function OperationFacts({ operation }: { operation: Operation }) {
  return (
    <Section title="Operation">
      <DefinitionList
        className="px-4 py-3"
        items={[
          {
            term: "Function",
            value: (
              <Link
                href={pages.function(operation.functionName)}
                className="text-accent break-all hover:underline"
              >
                {operation.functionName}
              </Link>
            ),
          },
          { term: "Asked for", value: <RelativeTime at={operation.createdAt} /> },
          { term: "By", value: operation.actor },
          { term: "Duration", value: durationText(operation) ?? "not begun" },
          { term: "Plan", value: <CopyId value={operation.planId} /> },
          { term: "Operation", value: <CopyId value={operation.id} /> },
          { term: "Correlation", value: <CopyId value={operation.correlationId} /> },
        ]}
      />
    </Section>
  );
}
