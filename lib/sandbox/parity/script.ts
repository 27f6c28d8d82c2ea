import type { Step } from "./step";
import { accountSteps } from "./steps/account";
import { iamRefusalSteps } from "./steps/iam/refusals";
import { policySteps } from "./steps/iam/policies";
import { rolePolicySteps } from "./steps/iam/role-policies";
import { roleSteps } from "./steps/iam/roles";

/** The whole script, in the order in which it is played: later steps use what earlier ones made. */
export const script: readonly Step[] = [
  ...accountSteps,
  ...roleSteps,
  ...policySteps,
  ...rolePolicySteps,
  ...iamRefusalSteps,
];
