import type { ReactNode } from "react";
import { Button } from "../action/button";
import { CopyButton } from "../action/copy-button";
import { Callout } from "./callout";
import { InlineCode } from "../text/inline-code";

export interface ErrorStateProps {
  title: string;
  message: string;
  /** Codes and ids worth quoting, shown as label and mono value. */
  facts?: readonly { label: string; value: string }[];
  nextStep?: string | undefined;
  /** Words for a machine, too long to be shown: they can be copied. */
  encoded?: string;
  onRetry?: () => void;
  actions?: ReactNode;
}

/** What failed, why, and what to do next, in that order. */
export function ErrorState(props: ErrorStateProps) {
  const { title, message, facts = [], nextStep, encoded, onRetry, actions } = props;
  return (
    <Callout
      tone="danger"
      isAlert
      title={title}
      {...(onRetry === undefined && actions === undefined && encoded === undefined
        ? {}
        : {
            actions: (
              <>
                {onRetry !== undefined && (
                  <Button size="sm" onClick={onRetry}>
                    Try again
                  </Button>
                )}
                {actions}
                {encoded !== undefined && (
                  <CopyButton label="Copy AWS’s encoded message" text={() => encoded} />
                )}
              </>
            ),
          })}
    >
      <p>
        <InlineCode text={message} />
      </p>
      {facts.length > 0 && (
        <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          {facts.map((fact) => (
            <div key={fact.label} className="contents">
              <dt className="text-ink-muted">{fact.label}</dt>
              <dd className="font-mono break-all">{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {nextStep !== undefined && (
        <p className="mt-1.5 font-medium">
          <InlineCode text={nextStep} />
        </p>
      )}
    </Callout>
  );
}
