import type { OperationAction } from "@/lib/client/mutations/operations";
import type { Operation } from "@/lib/contract/operations";

export interface ActionText {
  button: string;
  title: string;
  description: string;
  confirm: string;
}

/** What each action will do to this very operation, in words, before it is done. */
export function describeAction(
  action: OperationAction,
  operation: Pick<Operation, "functionName" | "title">,
): ActionText {
  const { functionName, title } = operation;
  switch (action) {
    case "cancel":
      return {
        button: "Cancel…",
        title: `Cancel “${title}”?`,
        description:
          "Steps that have not begun will not be taken. What AWS has already been told cannot be taken back by this; roll back afterwards for that.",
        confirm: "Cancel what has not begun",
      };
    case "retry":
      return {
        button: "Try again…",
        title: `Try “${title}” again?`,
        description: `The steps that failed are taken again with the same values. ${functionName} changes if they succeed.`,
        confirm: "Try again",
      };
    case "rollback":
      return {
        button: "Roll back…",
        title: `Put ${functionName} back as it was?`,
        description: `${functionName} gets back the VPC, subnets and security groups it had before this operation. AWS takes as long for that as for any change.`,
        confirm: `Roll ${functionName} back`,
      };
  }
}
