import { ExternalLink, Link2, Link2Off, Pencil } from "lucide-react";
import type { MenuItem } from "@/components/ui/overlay/menu";
import type { FunctionSummary } from "@/lib/contract/functions";
import { pages } from "@/lib/contract/pages";
import { evaluateFunctionEligibility, type FunctionActions } from "@/lib/core/operations/eligibility";

const icon = "size-3.5";

/** What may be done with a function now; from an old snapshot, nothing. */
export function toFunctionActions(fn: FunctionSummary, snapshotId: string | undefined): FunctionActions {
  if (snapshotId !== undefined) {
    const reason = "This is a snapshot: go back to live to change anything.";
    return { connect: { allowed: false, reason }, detach: { allowed: false, reason } };
  }
  return evaluateFunctionEligibility({
    state: fn.state,
    lastUpdateStatus: fn.lastUpdateStatus,
    isAttached: fn.vpcConfig !== null,
    operation: fn.operationId === null ? null : { status: "running" },
  });
}

/** The entries of a function's menu; what cannot be done is shown with the reason. */
export function functionMenuItems(fn: FunctionSummary, snapshotId: string | undefined): MenuItem[] {
  const actions = toFunctionActions(fn, snapshotId);
  const isAttached = fn.vpcConfig !== null;
  const disabled = (reason: string | undefined) => (reason === undefined ? {} : { disabledReason: reason });
  const open: MenuItem = {
    kind: "link",
    label: `Open ${fn.functionName}`,
    href: pages.function(fn.functionName, snapshotId === undefined ? {} : { snapshotId }),
    icon: <ExternalLink aria-hidden className={icon} />,
  };
  const connect: MenuItem = {
    kind: "link",
    label: isAttached ? "Edit VPC…" : "Attach to a VPC…",
    href: pages.connect({ functionName: fn.functionName }),
    icon: isAttached ? <Pencil aria-hidden className={icon} /> : <Link2 aria-hidden className={icon} />,
    ...disabled(actions.connect.reason),
  };
  const detach: MenuItem = {
    kind: "link",
    label: "Detach from its VPC…",
    href: pages.detach({ functionName: fn.functionName }),
    icon: <Link2Off aria-hidden className={icon} />,
    ...disabled(actions.detach.reason),
  };
  return isAttached ? [open, connect, detach] : [open, connect];
}
