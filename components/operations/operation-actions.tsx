"use client";

import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { ApiErrorState } from "@/components/layout/page/api-error-state";
import { Button } from "@/components/ui/action/button";
import { ConfirmDialog } from "@/components/ui/overlay/confirm-dialog";
import { actOnOperationMutation, type OperationAction } from "@/lib/client/mutations/operations";
import type { Operation } from "@/lib/contract/operations";
import { describeAction } from "./describe-action";

const order: readonly OperationAction[] = ["rollback", "cancel", "retry"];

/** Only what the server says may be asked of it now; each says first what will happen. */
export function OperationActions({ operation }: { operation: Operation }) {
  const [asked, setAsked] = useState<OperationAction | null>(null);
  const act = useMutation(actOnOperationMutation());
  const offered = order.filter((action) => operation.eligible[action]);
  const text = asked === null ? null : describeAction(asked, operation);
  return (
    <>
      {offered.map((action) => (
        <Button
          key={action}
          onClick={() => {
            act.reset();
            setAsked(action);
          }}
        >
          {describeAction(action, operation).button}
        </Button>
      ))}
      {text !== null && asked !== null && (
        <ConfirmDialog
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) setAsked(null);
          }}
          title={text.title}
          description={text.description}
          confirmLabel={text.confirm}
          cancelLabel="Leave it as it is"
          isBusy={act.isPending}
          error={
            act.error === null ? null : <ApiErrorState title="That could not be done" error={act.error} />
          }
          onConfirm={() => {
            act.mutate(
              { id: operation.id, action: asked },
              {
                onSuccess: () => {
                  setAsked(null);
                },
              },
            );
          }}
        />
      )}
    </>
  );
}
