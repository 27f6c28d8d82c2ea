"use client";

import { useQuery } from "@tanstack/react-query";
import { Waypoints } from "lucide-react";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { ReadingAccount } from "@/components/layout/page/reading-account";
import { StaleNotice } from "@/components/layout/page/stale-notice";
import { toViewState } from "@/components/layout/page/view-state";
import { useEventsState } from "@/components/layout/provider/events-provider";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { useTick } from "@/components/ui/status/use-tick";
import { ApiRequestError, isNoSnapshot } from "@/lib/client/api-request-error";
import type { OfSnapshot } from "@/lib/client/queries/functions";
import { flowAnswerQuery } from "@/lib/client/queries/reachability";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { problemOfError } from "../question/problem-of-error";
import { Refused } from "../question/refused";
import { CrossCheck } from "../cross-check/cross-check";
import { AnswerView } from "./answer-view";
import { keyTraces, shownTrace } from "./shown-trace";
import { topologyLink } from "./topology-link";

export interface AnswerPanelProps {
  flow: FlowQuestion;
  of: OfSnapshot;
  /** How the two ends are called. */
  ends: { from: string; to: string };
  subnet: string | null;
  onSubnetChange: (subnet: string) => void;
  /** One of the ARNs that a shared name means. */
  onCandidate: (arn: string) => void;
}

/** Asks, and shows the answer in each of its states. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { flow, of, ends } = props;
  const query = useQuery(flowAnswerQuery(flow, of));
  const connection = useEventsState();
  const nowMs = useTick();
  const { data, error } = query;
  const live = of.snapshotId === undefined ? { connection, capturedAt: data?.capturedAt, nowMs } : {};
  const view = toViewState({ data, error, ...live });
  const refetch = () => {
    void query.refetch();
  };
  if (view.kind === "loading") return <SkeletonRows label="Working out the answer" rows={8} />;
  if (view.kind === "error") {
    return isNoSnapshot(error) ? (
      <ReadingAccount />
    ) : (
      <Refusal error={view.error} onRetry={refetch} onCandidate={props.onCandidate} />
    );
  }
  const { names } = view.data;
  const words = {
    ...ends,
    asked: flow,
    nameOf: (id: string) => names[id] ?? null,
  };
  return (
    <>
      {view.kind === "stale" && (
        <StaleNotice staleness={view.staleness} onRefetch={refetch} isRefetching={query.isFetching} />
      )}
      <AnswerView
        flow={flow}
        answer={view.data}
        words={words}
        subnet={props.subnet}
        onSubnetChange={props.onSubnetChange}
        topologyLink={
          <ButtonLink
            size="sm"
            href={topologyLink(flow, view.data.traces, { subnet: props.subnet, snapshotId: of.snapshotId })}
            icon={<Waypoints aria-hidden className="size-3.5" />}
          >
            Show it in Topology
          </ButtonLink>
        }
      />
      {of.snapshotId === undefined && (
        <div className="mt-4">
          <CrossCheck
            key={JSON.stringify([flow, props.subnet])}
            flow={flow}
            subnetId={shownTrace(keyTraces(view.data.traces), props.subnet)?.trace.subnetId ?? null}
          />
        </div>
      )}
    </>
  );
}

interface RefusalProps {
  error: unknown;
  onRetry: () => void;
  onCandidate: (arn: string) => void;
}

/** Why the question has no answer, where no field says it; a name that several share can be settled here. */
function Refusal({ error, onRetry, onCandidate }: RefusalProps) {
  const detail = error instanceof ApiRequestError ? error.detail : undefined;
  if (detail?.code === "ambiguous_name") {
    return (
      <ApiErrorState
        title="Several functions have this name"
        error={error}
        actions={(detail.candidates ?? []).map((arn) => (
          <Button
            key={arn}
            size="sm"
            className="font-mono"
            onClick={() => {
              onCandidate(arn);
            }}
          >
            {arn}
          </Button>
        ))}
      />
    );
  }
  const isTheirs = detail?.code === "invalid_request" || detail?.code === "not_found";
  if (isTheirs && problemOfError(error) !== undefined) return <Refused nextStep={detail.nextStep} />;
  return (
    <ApiErrorState
      title={isTheirs ? "This question cannot be answered" : "The answer could not be worked out"}
      error={error}
      {...(!isTheirs && { onRetry })}
    />
  );
}
