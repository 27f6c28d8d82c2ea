"use client";

import { useQuery } from "@tanstack/react-query";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import { InlineCode } from "@/components/ui/text/inline-code";
import { isOperationOver } from "@/lib/client/events/store-operation";
import { operationListQuery } from "@/lib/client/queries/operations";
import { pages } from "@/lib/contract/pages";

/** The operation that now holds a function, live; nothing where there is none. */
export function ActiveOperationBanner({ functionName }: { functionName: string }) {
  const { data } = useQuery(operationListQuery(functionName));
  const operation = data?.items.find((item) => !isOperationOver(item.status));
  if (operation === undefined) return null;
  const latest = operation.transitions.at(-1);
  return (
    <Callout
      tone="progress"
      title={operation.title}
      actions={
        <ButtonLink size="sm" href={pages.operation(operation.id)}>
          Watch it
        </ButtonLink>
      }
    >
      <span role="status">
        <InlineCode text={latest?.meaning ?? "Waiting for its turn."} />
      </span>
    </Callout>
  );
}
