"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { GapsCallout } from "@/components/layout/page/gaps-callout";
import { PageHeader } from "@/components/layout/page/page-header";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { useViewedSnapshotId } from "@/components/layout/page/use-viewed-snapshot";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { ButtonLink } from "@/components/ui/action/button-link";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { useTick } from "@/components/ui/status/use-tick";
import { functionStatesQuery } from "@/lib/client/queries/function-states";
import { functionQuery } from "@/lib/client/queries/functions";
import type { FunctionDetail } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import { FunctionFacts } from "./function-facts";
import { FunctionHeader } from "./function-header";
import { InterfaceTable } from "./interface-table";
import { SecurityGroups } from "./security-groups";
import { StateCallout } from "./state-callout";
import { SubnetTable } from "./subnet-table";
import { toFunctionViewState, type FunctionViewState } from "./function-view-state";
import { VersionTable } from "./version-table";
import { VpcPanel } from "./vpc-panel";

export interface FunctionPageProps {
  /** Name or ARN. */
  name: string;
  /** The operation that now holds the function, drawn by another feature. */
  banner?: ReactNode;
  /** What it reaches, drawn by another feature. */
  reaches?: ReactNode;
}

export function FunctionPage({ name, banner, reaches }: FunctionPageProps) {
  const snapshotId = useViewedSnapshotId();
  const query = useQuery(functionQuery(name, { snapshotId }));
  const arns = query.data && snapshotId === undefined ? [query.data.functionArn] : [];
  useQuery(functionStatesQuery(arns));
  const { data, error } = query;
  const connection = useEventsState();
  const nowMs = useTick();
  const view = toFunctionViewState({ data, error, snapshotId, connection, nowMs });
  const retry = () => {
    void query.refetch();
  };
  const list = pages.functions(snapshotId === undefined ? {} : { snapshotId });
  const back = (
    <Link href={list} className="hover:underline">
      Functions
    </Link>
  );
  if (view.kind === "ready" || view.kind === "stale") {
    return (
      <>
        <FunctionHeader fn={view.data} snapshotId={snapshotId} back={back} />
        {view.kind === "stale" && (
          <StaleNotice staleness={view.staleness} onRefetch={retry} isRefetching={query.isFetching} />
        )}
        <FunctionBody fn={view.data} snapshotId={snapshotId} banner={banner} reaches={reaches} />
      </>
    );
  }
  return (
    <>
      <PageHeader back={back} title={name} />
      <FunctionAbsence view={view} name={name} list={list} onRetry={retry} />
    </>
  );
}

interface FunctionAbsenceProps {
  view: Exclude<FunctionViewState, { kind: "ready" | "stale" }>;
  name: string;
  list: ReturnType<typeof pages.functions>;
  onRetry: () => void;
}

/** What stands in place of a function that is not there, or not yet. */
function FunctionAbsence({ view, name, list, onRetry }: FunctionAbsenceProps) {
  switch (view.kind) {
    case "loading":
      return <SkeletonRows label={`Loading ${name}`} rows={12} />;
    case "reading":
      return <ReadingAccount />;
    case "not-found":
      return (
        <ApiErrorState
          title={`There is no function ${name} here`}
          error={view.error}
          actions={
            <ButtonLink size="sm" href={list}>
              All functions
            </ButtonLink>
          }
        />
      );
    case "error":
      return <ApiErrorState title={`${name} could not be read`} error={view.error} onRetry={onRetry} />;
  }
}

interface FunctionBodyProps {
  fn: FunctionDetail;
  snapshotId: string | undefined;
  banner: ReactNode;
  reaches: ReactNode;
}

function FunctionBody({ fn, snapshotId, banner, reaches }: FunctionBodyProps) {
  const isAttached = fn.vpcConfig !== null;
  return (
    <div className="grid gap-4">
      {snapshotId === undefined && banner}
      <StateCallout fn={fn} />
      <GapsCallout gaps={fn.gaps} className="mb-0" />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <VpcPanel fn={fn} snapshotId={snapshotId} />
          {reaches}
          {isAttached && <SubnetTable subnets={fn.subnets} />}
          {isAttached && <SecurityGroups groups={fn.securityGroups} />}
          {isAttached && <InterfaceTable fn={fn} />}
          <VersionTable fn={fn} />
        </div>
        <FunctionFacts fn={fn} />
      </div>
    </div>
  );
}
