import type { AwsFailure } from "./aws-failure";

/** Both sides have a say: IAM User Guide, "Cross-account policy evaluation logic". */
const ASSUME_ROLE =
  "Check that the account has the role of MOORING_READ_ROLE_NAME, that its trust policy lets Mooring's identity in (with MOORING_EXTERNAL_ID, if it asks for one), and that this identity is allowed sts:AssumeRole on it.";

/** One sentence on what a person can do. */
export function nextStepOf(failure: AwsFailure): string {
  switch (failure.kind) {
    case "denied":
      if (failure.missingPermission === "sts:AssumeRole") return ASSUME_ROLE;
      return failure.missingPermission === undefined
        ? "Ask whoever administers the account for the missing permission, then try again."
        : `Allow ${failure.missingPermission} for the identity that Mooring uses, then try again.`;
    case "credentials":
      if (/valid region/i.test(failure.message)) return "Check the region's name.";
      return failure.code.startsWith("ExpiredToken") || failure.code === "RequestExpired"
        ? "Sign in to AWS again (for example with aws sso login), then try again."
        : "Check AWS_PROFILE or the access keys that Mooring was started with.";
    case "connection":
      return failure.code === "ENOTFOUND" || failure.code === "EAI_AGAIN"
        ? "Check the region's name, the endpoint and this machine's DNS."
        : "Check that the endpoint is running and that this machine may reach it.";
    case "timeout":
      return "Check this machine's connection to AWS, then try again.";
    case "throttled":
      return "Wait a minute: other tools in this account are calling AWS at the same time.";
    case "aborted":
      return "Start it again if it is still wanted.";
    case "not-found":
      return "Refresh: it may have been deleted meanwhile.";
    case "unavailable":
      return "Try again; if it goes on, look at the AWS Health Dashboard.";
    case "refused":
      if (failure.code === "NoReadRoleError") return "Start Mooring with MOORING_READ_ROLE_NAME.";
      return "Read AWS's message: it says what it did not accept.";
  }
}
