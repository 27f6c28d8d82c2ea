import type { GetUserCommandInput, GetUserCommandOutput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getIdentity, USERS } from "../identities/identity-kind";
import { toDetailedUser } from "./to-iam-user";

/** A user by name, or without one the user who asks. */
export const getUser: Handler<GetUserCommandInput, Answer<GetUserCommandOutput>> = (
  { account, accountId, caller },
  input,
) => {
  if (input.UserName !== undefined) {
    return { User: toDetailedUser(getIdentity(USERS, account, { UserName: input.UserName })) };
  }
  if (caller.identity === undefined) {
    return {
      User: { Path: "/", UserName: "root", UserId: accountId, Arn: caller.arn, CreateDate: ROOT_SINCE },
    };
  }
  if (!("userName" in caller.identity)) {
    throw new AwsError("ValidationError", "Must specify userName when calling with non-User credentials");
  }
  return { User: toDetailedUser(caller.identity) };
};

/** Accounts of the sandbox are as old as its scenarios. */
const ROOT_SINCE = new Date("2025-03-14T09:26:53Z");
