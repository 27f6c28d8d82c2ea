import type { Attachment } from "@/lib/core/network/vpc-config";

/** What the world looked like when the plan was made: it may be applied only while this still holds. */
export interface PlanBase {
  accountId: string | null;
  region: string;
  /** Null where the function does not exist yet, or AWS gave none. */
  revisionId: string | null;
  attachment: Attachment | null;
  /** The settings asked for, with the VPC that follows from them. */
  target: Attachment | null;
}
