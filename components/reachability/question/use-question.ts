"use client";

import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { reachTargetsQuery } from "@/lib/client/queries/reachability";
import { canonicalTarget, toUsualTraffic } from "./usual-traffic";
import { readQuestion, type TypedQuestion } from "@/lib/contract/reachability/read-question";
import { useQuestionUrl } from "./use-question-url";

/** The question in the address, read with what is known of its target. */
export function useQuestion() {
  const [url, setUrl] = useQuestionUrl();
  const { from, to, protocol, port, snapshotId } = url;
  const of = useMemo(() => (snapshotId === null ? {} : { snapshotId }), [snapshotId]);
  const targets = useQuery(reachTargetsQuery(of));
  const items = targets.data?.items;
  const usual = useMemo(() => toUsualTraffic(items ?? []), [items]);
  const typed = useMemo<TypedQuestion>(
    () => ({ from, to: canonicalTarget(to, items ?? []), protocol, port }),
    [from, to, protocol, port, items],
  );
  const read = useMemo(() => readQuestion(typed, usual), [typed, usual]);
  // Without its usual traffic, a question that leaves it open cannot be asked yet.
  const isWaiting = targets.isPending && (protocol === "" || port === "");
  return { url, setUrl, of, typed, read, usual, targets: items ?? [], isWaiting };
}
