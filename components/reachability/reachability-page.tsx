"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { Grid3x3 } from "lucide-react";
import { ButtonLink } from "@/components/ui/action/button-link";
import { SkeletonRows } from "@/components/ui/status/skeleton";
import { PageHeader } from "@/components/layout/page/page-header";
import { functionListQuery } from "@/lib/client/queries/functions";
import { flowAnswerQuery } from "@/lib/client/queries/reachability";
import { vpcListQuery } from "@/lib/client/queries/vpcs";
import { pages } from "@/lib/contract/pages";
import { parseDestination } from "@/lib/contract/reachability/question-address";
import { AnswerPanel } from "./answer/answer-panel";
import { endNames } from "./question/end-names";
import { sourceSuggestions, targetSuggestions } from "./question/endpoint-options";
import { exampleQuestions } from "./question/example-questions";
import { NoQuestion } from "./question/no-question";
import { problemOfError } from "./question/problem-of-error";
import { Refused } from "./question/refused";
import { QuestionForm } from "./question/question-form";
import { formatPort } from "@/lib/contract/reachability/read-question";
import { useQuestion } from "./question/use-question";

/** Whether one place can reach another, and what stands in the way. The address holds the question. */
export function ReachabilityPage() {
  const question = useQuestion();
  const { of, read, typed, targets, usual, url, setUrl } = question;
  const functions = useQuery(functionListQuery(of)).data?.items;
  const vpcs = useQuery(vpcListQuery(of)).data?.items;
  const isComplete = read.kind === "complete" && !question.isWaiting;
  const answer = useQuery({
    ...flowAnswerQuery(read.kind === "complete" ? read.flow : NO_FLOW, of),
    enabled: isComplete,
  });
  const sources = useMemo(() => sourceSuggestions(functions ?? [], targets), [functions, targets]);
  const offered = useMemo(() => {
    const names = new Map(vpcs?.map(({ vpcId, name }) => [vpcId, name]));
    return targetSuggestions(targets, (vpcId) => names.get(vpcId) ?? null);
  }, [vpcs, targets]);
  const destination = parseDestination(typed.to);
  const traffic = destination === null ? { protocol: "tcp", port: 443 } : usual(destination);
  const problem = read.kind === "invalid" ? read : problemOfError(answer.error);
  return (
    <>
      <PageHeader
        title="Reachability"
        description="Can it connect, by which way, and if not, what stands in the way? Worked out from what was read: no packet is sent."
        actions={
          <ButtonLink href={pages.reachabilityMatrix(of)} icon={<Grid3x3 aria-hidden className="size-3.5" />}>
            All connections at once
          </ButtonLink>
        }
      />
      <QuestionForm
        asked={typed}
        sources={sources}
        targets={offered}
        usual={{ protocol: String(traffic.protocol), port: formatPort(traffic.port) }}
        problem={problem}
        isAsking={answer.isFetching && answer.data === undefined}
        onAsk={(next) => void setUrl({ ...next, subnet: null })}
      />
      {read.kind === "incomplete" && (
        <NoQuestion
          examples={exampleQuestions(functions ?? [], targets, of)}
          hasNoFunction={functions?.length === 0}
        />
      )}
      {read.kind === "complete" && question.isWaiting && (
        <SkeletonRows label="Reading what can be reached" rows={8} />
      )}
      {read.kind === "invalid" && <Refused nextStep={undefined} />}
      {isComplete && (
        <AnswerPanel
          flow={read.flow}
          of={of}
          ends={endNames(read.flow, targets)}
          subnet={url.subnet}
          onSubnetChange={(subnet) => void setUrl({ subnet }, { history: "replace" })}
          onCandidate={(arn) => void setUrl({ from: `function:${arn}` })}
        />
      )}
    </>
  );
}

/** Stands where there is no question; it is never asked. */
const NO_FLOW = { source: { cidr: "" }, destination: { internet: true }, protocol: "tcp" } as const;
