import type { Attachment } from "../network/vpc-config";
import type { StepKind } from "../operations/operation";
import type { FlowProtocol } from "../reachability/flow";
import type { ChangeKind } from "../reachability/matrix/verdict-changes";
import type { KnownTarget } from "../reachability/targets/known-targets";
import type { Verdict } from "../reachability/trace";

export type CheckStatus = "pass" | "warn" | "block" | "unknown";

/** A check's result: what is, why, and what to do next. */
export interface CheckResult {
  id: string;
  code: string;
  status: CheckStatus;
  title: string;
  message: string;
  evidence?: { resourceId?: string; fact: string }[];
  nextStep?: string;
}

export interface PlannedStep {
  id: string;
  kind: Extract<StepKind, "update-function-configuration" | "create-function" | "await-function">;
  title: string;
  /** How it is undone, in words; null where nothing needs undoing. */
  inverse: string | null;
}

/** An attachment with its VPC, empty where there is none: what the preview shows side by side. */
export interface AttachmentView {
  vpcId: string | null;
  subnetIds: string[];
  securityGroupIds: string[];
  ipv6AllowedForDualStack: boolean;
}

export interface InterfaceChange {
  networkInterfaceId: string | null;
  subnetId: string;
  securityGroupIds: string[];
  sharedBy: string[];
}

export interface InterfaceChanges {
  created: InterfaceChange[];
  shared: InterfaceChange[];
  released: InterfaceChange[];
  kept: InterfaceChange[];
  uncertainty?: string;
}

/** What becomes of one target. */
export interface PlannedVerdict {
  /** Its name, as a person says it. */
  destination: string;
  /** The same in every snapshot: `internet`, `db:orders-db`. */
  key: string;
  label: string;
  targetKind: KnownTarget["kind"];
  protocol: FlowProtocol;
  port: number;
  kind: ChangeKind;
  before: Verdict;
  after: Verdict;
}

export interface PlanPreview {
  isNoop: boolean;
  before: AttachmentView;
  after: AttachmentView;
  /** Every target that was asked about, also where nothing changes. */
  verdictChanges: PlannedVerdict[];
  verdictChangesStatus: "evaluated" | "not-evaluated";
  /** Why they were not, or how many data stores were left out. */
  verdictChangesNote?: string;
  networkInterfaces: InterfaceChanges;
  addresses: { subnetId: string; availableBefore: number | null; used: number }[];
  cli: string;
}

/** An intended change, ready to be shown, acknowledged and carried out. */
export interface ChangePlan {
  title: string;
  checks: CheckResult[];
  steps: PlannedStep[];
  preview: PlanPreview;
}

export function toAttachmentView(attachment: Attachment | null): AttachmentView {
  if (attachment === null) {
    return { vpcId: null, subnetIds: [], securityGroupIds: [], ipv6AllowedForDualStack: false };
  }
  return {
    vpcId: attachment.vpcId === "" ? null : attachment.vpcId,
    subnetIds: attachment.subnetIds,
    securityGroupIds: attachment.securityGroupIds,
    ipv6AllowedForDualStack: attachment.ipv6AllowedForDualStack,
  };
}
