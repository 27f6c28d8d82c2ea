import { findCallOfError } from "../aws/errors/call-of-error";
import { toAwsApiError } from "../aws/errors/to-aws-api-error";
import { ApiError } from "./api-error";

/**
 * SQLSTATE of text that no column can hold (NUL, half a surrogate pair): what a client sent, not a bug. PostgreSQL
 * manual, appendix A: character_not_in_repertoire, invalid_text_representation, untranslatable_character.
 */
const unstorableText = new Set(["22021", "22P02", "22P05"]);

/** What a client may know of whatever was thrown: a refusal as it is, anything else only that it was a bug. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (findCallOfError(thrown) !== undefined) return toAwsApiError(thrown);
  if (unstorableText.has(sqlStateOf(thrown))) {
    return new ApiError(
      "invalid_request",
      "The request holds a character that cannot be stored (such as NUL).",
      {
        cause: thrown,
      },
    );
  }
  return new ApiError("internal", "Something went wrong inside Mooring.", {
    nextStep: "Try again. If it stays, look in Mooring's log for the x-correlation-id of this answer.",
    cause: thrown,
  });
}

/** Of the error or, as drizzle wraps the driver's, of its cause; empty where there is none. */
function sqlStateOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return sqlStateOf(error.cause);
}
