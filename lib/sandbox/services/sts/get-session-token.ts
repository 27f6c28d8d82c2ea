import type { GetSessionTokenCommandInput, GetSessionTokenCommandOutput } from "@aws-sdk/client-sts";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { issueCredentials } from "./temporary-credentials";

/** "Sessions obtained using IAM user credentials": 15 minutes to 36 hours, 12 hours by default. */
const SECONDS = { min: 900, max: 129_600, usual: 43_200 };

/** Temporary keys of the user who asks. */
export const getSessionToken: Handler<GetSessionTokenCommandInput, Answer<GetSessionTokenCommandOutput>> = (
  context,
  input,
) => {
  const { caller } = context;
  const { DurationSeconds: durationSeconds = SECONDS.usual } = input;
  if (durationSeconds < SECONDS.min || durationSeconds > SECONDS.max) {
    throw new AwsError(
      "ValidationError",
      `1 validation error detected: Value '${String(durationSeconds)}' at 'durationSeconds' failed to satisfy constraint: Member must have value between ${String(SECONDS.min)} and ${String(SECONDS.max)}`,
    );
  }
  if (caller.session !== undefined || caller.identity === undefined || !("userName" in caller.identity)) {
    throw new AwsError("AccessDenied", "Cannot call GetSessionToken with session credentials", {
      httpStatus: 403,
    });
  }
  const holder = { kind: "user" as const, userName: caller.identity.userName };
  return {
    Credentials: issueCredentials(context, {
      accountId: caller.accountId,
      policies: [],
      holder,
      durationSeconds,
    }),
  };
};
