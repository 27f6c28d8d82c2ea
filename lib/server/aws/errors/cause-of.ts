import type { AwsFailure } from "./aws-failure";

/** What usually causes a failure, in plain words, where nothing more is known of its code. */
export function causeOf(failure: AwsFailure): string {
  switch (failure.kind) {
    case "denied":
      return failure.missingPermission === undefined
        ? "The identity that Mooring uses lacks a permission."
        : `The identity that Mooring uses may not call ${failure.missingPermission}.`;
    case "credentials":
      return "AWS does not accept the credentials that Mooring uses: they are missing, wrong or expired.";
    case "connection":
      return "The AWS endpoint could not be reached.";
    case "timeout":
      return "AWS did not answer in time.";
    case "throttled":
      return "The account's rate of calls to AWS is used up.";
    case "aborted":
      return "The call was stopped before AWS answered.";
    case "not-found":
      return "Something that the change names does not exist any more.";
    case "unavailable":
      return "AWS had an error of its own.";
    case "refused":
      return "AWS did not accept something in the request.";
  }
}
