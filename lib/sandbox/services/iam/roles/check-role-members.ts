import { validationError } from "../iam-errors";

/** Throws ValidationError for a description that is too long. */
export function checkDescription(description: string | undefined): void {
  if ((description ?? "").length <= 1000) return;
  throw validationError(
    `1 validation error detected: Value '${description ?? ""}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000`,
  );
}

/** Between one hour and twelve. Throws ValidationError. */
export function checkSessionDuration(seconds: number | undefined): void {
  if (seconds === undefined || (seconds >= 3600 && seconds <= 43_200)) return;
  const bound = seconds < 3600 ? "greater than or equal to 3600" : "less than or equal to 43200";
  throw validationError(
    `1 validation error detected: Value '${String(seconds)}' at 'maxSessionDuration' failed to satisfy constraint: Member must have value ${bound}`,
  );
}
