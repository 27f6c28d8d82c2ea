import type { GetPolicyCommandInput, GetPolicyCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { findManagedPolicy } from "../managed-policies";
import { noSuchEntity } from "../roles/get-known-role";

/** One managed policy, without its document. */
export const getPolicy: Handler<GetPolicyCommandInput, Answer<GetPolicyCommandOutput>> = (
  { account },
  input,
) => {
  const policy = findManagedPolicy(input.PolicyArn ?? "");
  if (policy === undefined) throw noSuchEntity(`Policy ${input.PolicyArn ?? ""} was not found.`);
  const holders = account.roles.filter((role) =>
    role.attachedPolicies.some((attached) => attached.policyArn === policy.policyArn),
  );
  return {
    Policy: {
      PolicyName: policy.policyName,
      PolicyId: policy.policyId,
      Arn: policy.policyArn,
      Path: policy.path,
      DefaultVersionId: policy.defaultVersionId,
      AttachmentCount: holders.length,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      CreateDate: policy.createdAt,
      UpdateDate: policy.updatedAt,
      Tags: [],
    },
  };
};
