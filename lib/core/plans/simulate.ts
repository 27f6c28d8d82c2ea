import type { Capture, Snapshot } from "../network/snapshot";
import type { Attachment } from "../network/vpc-config";

/**
 * The snapshot as it would be after the plan: the function's `$LATEST` has the attachment asked for. Interfaces are left
 * as they are: AWS makes and deletes them in its own time. A function that is not there leaves the snapshot unchanged.
 */
export function simulatePlan(snapshot: Snapshot, functionArn: string, after: Attachment | null): Snapshot {
  return {
    ...snapshot,
    captures: snapshot.captures.map((capture) => simulateCapture(capture, functionArn, after)),
  };
}

function simulateCapture(capture: Capture, functionArn: string, after: Attachment | null): Capture {
  const { Functions, FunctionStates } = capture.resources;
  const VpcConfig = {
    VpcId: after?.vpcId ?? "",
    SubnetIds: after?.subnetIds ?? [],
    SecurityGroupIds: after?.securityGroupIds ?? [],
    Ipv6AllowedForDualStack: after?.ipv6AllowedForDualStack ?? false,
  };
  return {
    ...capture,
    resources: {
      ...capture.resources,
      ...(Functions && {
        Functions: Functions.map((fn) => (isLatest(fn, functionArn) ? { ...fn, VpcConfig } : fn)),
      }),
      ...(FunctionStates && {
        FunctionStates: FunctionStates.map((state) =>
          state.FunctionArn === functionArn ? { ...state, VpcConfig } : state,
        ),
      }),
    },
  };
}

/** ListFunctions with versions gives `$LATEST` the ARN with or without its qualifier. */
function isLatest(
  fn: { FunctionArn?: string | undefined; Version?: string | undefined },
  functionArn: string,
): boolean {
  return (
    (fn.Version === undefined || fn.Version === "$LATEST") &&
    (fn.FunctionArn === functionArn || fn.FunctionArn === `${functionArn}:$LATEST`)
  );
}
