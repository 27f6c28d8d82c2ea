"use client";

import { Callout } from "@/components/ui/feedback/callout";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { StatusGlyph } from "@/components/ui/status/status-glyph";
import { InlineCode } from "@/components/ui/text/inline-code";
import { isOperationOver } from "@/lib/client/events/store-operation";
import type { Operation } from "@/lib/contract/operations";
import { OperationSteps } from "./operation-steps";
import { TransitionList } from "./transition-list";
import { useSubnetNames } from "./use-subnet-names";

/**
 * An operation as it goes: its steps, every state AWS told with its meaning, interfaces as they come and go, what may
 * be done meanwhile, and where it failed the cause and the next step. Feed it from `operationQuery`, which events keep
 * live.
 */
export function OperationTimeline({ operation }: { operation: Operation }) {
  const isLive = !isOperationOver(operation.status);
  const { error, transitions } = operation;
  const subnetNames = useSubnetNames(operation);
  return (
    <div className="grid gap-5">
      {error !== undefined && (
        <ErrorState
          title={error.cause ?? `AWS answered ${error.code}`}
          message={error.message}
          facts={[
            { label: "Code", value: error.code },
            ...(error.missingPermission === undefined
              ? []
              : [{ label: "Missing permission", value: error.missingPermission }]),
          ]}
          nextStep={error.nextStep}
        />
      )}
      <OperationSteps steps={operation.steps} />
      {transitions.length > 0 && (
        <TransitionList
          transitions={transitions}
          startedAt={operation.startedAt ?? operation.createdAt}
          isLive={isLive}
          subnetNames={subnetNames}
        />
      )}
      {isLive && (
        <p role="status" className="text-13 text-ink-muted flex items-center gap-2.5">
          <StatusGlyph tone="progress" />
          {operation.status === "queued" ? "Waiting for its turn" : "Watching AWS for the next change"}
        </p>
      )}
      {isLive && operation.allowedMeanwhile.length > 0 && (
        <Callout tone="neutral" title="Meanwhile">
          <ul className="list-inside list-disc">
            {operation.allowedMeanwhile.map((text) => (
              <li key={text}>
                <InlineCode text={text} />
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
