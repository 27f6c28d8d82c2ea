import type { AwsError } from "../aws-error";

/** Lambda spells the message's key in lower case for these, with a capital for every other modelled error. */
const LOWER_CASE_MESSAGE = new Set([
  "InvalidParameterValueException",
  "ResourceConflictException",
  "PreconditionFailedException",
  "TooManyRequestsException",
  "CodeStorageExceededException",
  "InvalidRequestContentException",
  "PolicyLengthExceededException",
  "ProvisionedConcurrencyConfigNotFoundException",
  "RequestTooLargeException",
  "UnsupportedMediaTypeException",
  "CodeArtifactUserDeletedException",
  "CodeArtifactUserFailedException",
  "CodeArtifactUserPendingException",
  "ResourceNotReadyException",
  "ValidationException",
]);

/** Errors of the layer in front of the service: they carry no `Type`. */
const WITHOUT_TYPE = new Set([
  "ValidationException",
  "AccessDeniedException",
  "RequestEntityTooLargeException",
  "UnknownOperationException",
  "SerializationException",
  "MissingAuthenticationTokenException",
  "InvalidSignatureException",
  "ExpiredTokenException",
  "UnrecognizedClientException",
]);

/** The JSON body of an error, with the key spellings recorded from Lambda. */
export function printRestJsonError(error: AwsError): string {
  const message = LOWER_CASE_MESSAGE.has(error.code) ? "message" : "Message";
  const type = WITHOUT_TYPE.has(error.code) ? {} : { Type: error.httpStatus >= 500 ? "Service" : "User" };
  return JSON.stringify({ ...type, [message]: error.message, ...error.members });
}
