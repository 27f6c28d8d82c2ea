import type { Attachment } from "@/lib/core/network/vpc-config";
import type { OperationFailure, OperationStepState } from "@/lib/core/operations/operation";
import type { KeptPlanIntent } from "@/lib/contract/plans";

type CreateIntent = Extract<KeptPlanIntent, { kind: "create-function" }>;

/** What the steps need to know, fixed when the plan is applied. */
export interface OperationChange {
  /** The VPC settings asked for; null for none. */
  target: Attachment | null;
  /** What a rollback puts back. */
  previous: Attachment | null;
  /** How the function is made; null for a change of one that exists. */
  create: CreateIntent | null;
  /** IAM said that the role may do what it must: a refusal can then only be a new role's rights still spreading. */
  isRoleProven: boolean;
}

/** The part of an operation that is kept as one JSON document. */
export interface OperationDocument {
  steps: OperationStepState[];
  error?: OperationFailure;
  change: OperationChange;
}
