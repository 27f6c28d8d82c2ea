import type { Attachment } from "../network/vpc-config";
import type { StepKind } from "../operations/operation";

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

export interface PlanPreview {
  isNoop: boolean;
  before: AttachmentView;
  after: AttachmentView;
  verdictChanges: { destination: string; before: string; after: string }[];
  verdictChangesStatus: "evaluated" | "not-evaluated";
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
