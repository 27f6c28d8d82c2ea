import { z } from "zod";

/** Why a request was refused. A closed list: every code maps to one HTTP status in `lib/server/http/error-response.ts`. */
export const errorCode = z.enum([
  "invalid_request",
  "unauthenticated",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "ambiguous_name",
  "conflict",
  "stale_plan",
  "plan_blocked",
  "acknowledgement_required",
  "operation_in_progress",
  "too_large",
  "unsupported_media_type",
  "rate_limited",
  "aws_error",
  "no_credentials",
  "not_ready",
  "no_snapshot",
  "internal",
]);
export type ErrorCode = z.infer<typeof errorCode>;

/** What AWS itself said: its code, the operation refused, and the IAM action that was missing where that is known. */
export const awsErrorDetail = z.object({
  code: z.string(),
  operation: z.string(),
  requestId: z.string().optional(),
  missingPermission: z.string().optional(),
});
export type AwsErrorDetail = z.infer<typeof awsErrorDetail>;

/** The body of every answer that is not 2xx. */
export const errorBody = z
  .object({
    error: z.object({
      code: errorCode,
      message: z.string(),
      /** Path of the offending member: `intent.subnetIds`. */
      field: z.string().optional(),
      aws: awsErrorDetail.optional(),
      nextStep: z.string().optional(),
      /** For `ambiguous_name`: the ARNs that carry the name. */
      candidates: z.array(z.string()).optional(),
    }),
  })
  .meta({ id: "Error" });
export type ErrorBody = z.infer<typeof errorBody>;
