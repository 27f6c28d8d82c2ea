import type { GetPolicyVersionCommandInput, GetPolicyVersionCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { findManagedPolicy } from "../managed-policies";
import { noSuchEntity } from "../roles/get-known-role";

/** The document of a managed policy's default version, the only one that the sandbox keeps. */
export const getPolicyVersion: Handler<
  GetPolicyVersionCommandInput,
  Answer<GetPolicyVersionCommandOutput>
> = (_context, input) => {
  const { PolicyArn: policyArn = "", VersionId: versionId = "" } = input;
  const policy = findManagedPolicy(policyArn);
  if (policy?.defaultVersionId !== versionId) {
    throw noSuchEntity(`Policy ${policyArn} version ${versionId} does not exist or is not attachable.`);
  }
  return {
    PolicyVersion: {
      Document: encodeURIComponent(policy.document),
      VersionId: versionId,
      IsDefaultVersion: true,
      CreateDate: policy.updatedAt,
    },
  };
};
