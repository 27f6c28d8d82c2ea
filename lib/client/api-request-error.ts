import type { ErrorBody } from "@/lib/contract/error-body";

export type ApiErrorDetail = ErrorBody["error"];

/** An answer that is not 2xx, or none at all (`status` 0: the app's server did not answer). */
export class ApiRequestError extends Error {
  override readonly name = "ApiRequestError";

  constructor(
    readonly status: number,
    readonly detail: ApiErrorDetail,
    options?: ErrorOptions,
  ) {
    super(detail.message, options);
  }
}

/** Whether the first snapshot is still to come. */
export function isNoSnapshot(error: unknown): boolean {
  return error instanceof ApiRequestError && error.detail.code === "no_snapshot";
}
