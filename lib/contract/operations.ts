import { z } from "zod";

export const operationStatus = z.enum([
  "queued",
  "running",
  "succeeded",
  "failed",
  "rolling-back",
  "rolled-back",
  "canceled",
]);
export type OperationStatus = z.infer<typeof operationStatus>;

export const operationError = z.object({
  /** AWS's code or reason code. */
  code: z.string(),
  message: z.string(),
  /** What usually causes it, in plain words. */
  cause: z.string().optional(),
  nextStep: z.string().optional(),
  missingPermission: z.string().optional(),
});

export const operationStep = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  status: z.enum(["pending", "running", "succeeded", "failed", "skipped"]),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  error: operationError.optional(),
});

/** One state of the function as AWS told it. The first is the update call's own answer. */
export const operationTransition = z.object({
  at: z.iso.datetime(),
  functionName: z.string(),
  state: z.string().nullable(),
  stateReason: z.string().nullable().optional(),
  stateReasonCode: z.string().nullable().optional(),
  lastUpdateStatus: z.string().nullable(),
  lastUpdateStatusReason: z.string().nullable().optional(),
  lastUpdateStatusReasonCode: z.string().nullable().optional(),
  /** What this means, in plain words. */
  meaning: z.string(),
  networkInterfaces: z
    .array(z.object({ networkInterfaceId: z.string(), subnetId: z.string(), status: z.string() }))
    .optional(),
});
export type OperationTransition = z.infer<typeof operationTransition>;

export const operation = z
  .object({
    id: z.string(),
    planId: z.string(),
    kind: z.string(),
    title: z.string(),
    functionName: z.string(),
    functionArn: z.string().nullable(),
    actor: z.string(),
    status: operationStatus,
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    steps: z.array(operationStep),
    transitions: z.array(operationTransition),
    error: operationError.optional(),
    /** What may be asked of it now. */
    eligible: z.object({ cancel: z.boolean(), retry: z.boolean(), rollback: z.boolean() }),
    /** What one may still do with the function meanwhile, in plain words. */
    allowedMeanwhile: z.array(z.string()),
    correlationId: z.string(),
  })
  .meta({ id: "Operation" });
export type Operation = z.infer<typeof operation>;

export const operationList = z
  .object({ items: z.array(operation), nextCursor: z.string().nullable() })
  .meta({ id: "OperationList" });

export const operationListQuery = z.object({
  functionName: z.string().optional(),
  status: operationStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
