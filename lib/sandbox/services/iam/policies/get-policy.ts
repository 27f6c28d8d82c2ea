import type { GetPolicyCommandInput, GetPolicyCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { getKnownPolicy, toIamPolicy } from "./get-known-policy";

/** One managed policy, without its document. */
export const getPolicy: Handler<GetPolicyCommandInput, Answer<GetPolicyCommandOutput>> = (context, input) => {
  const policy = getKnownPolicy(context, input.PolicyArn);
  return {
    Policy: {
      ...toIamPolicy(context.account, policy),
      ...(policy.description === undefined ? {} : { Description: policy.description }),
      Tags: policy.tags ?? [],
    },
  };
};
