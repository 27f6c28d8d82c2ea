import { GetCallerIdentityCommand, type GetCallerIdentityCommandOutput } from "@aws-sdk/client-sts";
import type { AwsScope } from "./aws-clients";
import { sendOptions } from "./send-options";

/** sts:GetCallerIdentity: whose credentials these are. Needs no permission. */
export function getCallerIdentity(scope: AwsScope): Promise<GetCallerIdentityCommandOutput> {
  return scope.aws.sts().send(new GetCallerIdentityCommand({}), sendOptions(scope));
}
