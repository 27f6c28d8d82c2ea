import { AwsError } from "../../aws-error";

/** 404: IAM's "not found". */
export function noSuchEntity(message: string): AwsError {
  return new AwsError("NoSuchEntity", message, { httpStatus: 404 });
}

/** 409: the name is taken. */
export function entityAlreadyExists(message: string): AwsError {
  return new AwsError("EntityAlreadyExists", message, { httpStatus: 409 });
}

/** 409: something hangs on it. */
export function deleteConflict(message: string): AwsError {
  return new AwsError("DeleteConflict", message, { httpStatus: 409 });
}

/** 409: "Cannot exceed quota for …". */
export function limitExceeded(message: string): AwsError {
  return new AwsError("LimitExceeded", message, { httpStatus: 409 });
}

export function validationError(message: string): AwsError {
  return new AwsError("ValidationError", message);
}

export function malformedPolicyDocument(message: string): AwsError {
  return new AwsError("MalformedPolicyDocument", message);
}
