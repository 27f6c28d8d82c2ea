import type { GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput } from "@aws-sdk/client-sts";
import type { Handler } from "../../handler";

/** Who calls. */
export const getCallerIdentity: Handler<
  GetCallerIdentityCommandInput,
  Omit<GetCallerIdentityCommandOutput, "$metadata">
> = ({ caller, accountId }) => ({ UserId: caller.userId, Account: accountId, Arn: caller.arn });
