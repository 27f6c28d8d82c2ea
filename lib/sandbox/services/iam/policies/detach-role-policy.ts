import type { DetachRolePolicyCommandInput, DetachRolePolicyCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { getKnownRole, noSuchEntity } from "../roles/get-known-role";

/** Detaches a managed policy. */
export const detachRolePolicy: Handler<
  DetachRolePolicyCommandInput,
  Answer<DetachRolePolicyCommandOutput>
> = ({ world }, input) => {
  const role = getKnownRole(world, input.RoleName);
  const index = role.attachedPolicies.findIndex((attached) => attached.policyArn === input.PolicyArn);
  if (index === -1) throw noSuchEntity(`Policy ${input.PolicyArn ?? ""} was not found.`);
  role.attachedPolicies.splice(index, 1);
  return {};
};
