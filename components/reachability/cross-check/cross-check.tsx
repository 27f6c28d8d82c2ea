"use client";

import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Button } from "@/components/ui/action/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { Section } from "@/components/ui/text/section";
import { crossCheckMutation } from "@/lib/client/mutations/reachability";
import { ApiRequestError } from "@/lib/client/api-request-error";
import type { FlowQuestion } from "@/lib/contract/reachability/flow-question";
import { BothAnswers } from "./both-answers";
import { CROSS_CHECK_PRICE, toCrossCheck } from "./to-cross-check";

/** Asks AWS's Reachability Analyzer the same, after saying what it costs, and shows both answers. */
export function CrossCheck({ flow, subnetId }: { flow: FlowQuestion; subnetId: string | null }) {
  const [isAsking, setIsAsking] = useState(false);
  const check = useMutation(crossCheckMutation());
  const question = toCrossCheck(flow, subnetId);
  return (
    <Section
      title="AWS’s own answer"
      aside="Reachability Analyzer"
      actions={
        <Button
          size="sm"
          isBusy={check.isPending}
          disabled={typeof question === "string"}
          onClick={() => {
            setIsAsking(true);
          }}
        >
          Ask AWS for {CROSS_CHECK_PRICE}
        </Button>
      }
    >
      <div className="text-13 grid grid-cols-1 gap-3 px-4 py-3" aria-live="polite">
        {typeof question === "string" && <p className="text-ink-muted">{question}</p>}
        {typeof question !== "string" && check.isIdle && (
          <p className="text-ink-muted">
            Runs one analysis in your account from the function’s interface, for {CROSS_CHECK_PRICE}. It takes
            about a minute; what it makes is deleted afterwards.
          </p>
        )}
        {check.isPending && <p>AWS is working on it. This takes about a minute.</p>}
        {check.error && <NoAnswer error={check.error} />}
        {check.data && <BothAnswers answer={check.data} />}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Ask AWS for ${CROSS_CHECK_PRICE}?`}
        description="This creates a network insights path in your account, runs one analysis of it and deletes both. AWS bills the analysis whatever it finds."
        confirmLabel={`Run it for ${CROSS_CHECK_PRICE}`}
        cancelLabel="Do not ask"
        onConfirm={() => {
          setIsAsking(false);
          if (typeof question !== "string") check.mutate(question);
        }}
      />
    </Section>
  );
}

/** What the analyzer cannot be asked at all is refused before anything is made, so before anything is billed. */
function NoAnswer({ error }: { error: Error }) {
  const isUnaskable = error instanceof ApiRequestError && error.detail.code === "conflict";
  const title = isUnaskable ? "AWS cannot be asked this, and bills nothing" : "AWS could not be asked";
  return <ApiErrorState title={title} error={error} />;
}
