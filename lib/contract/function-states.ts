import { z } from "zod";

export const functionStatesInput = z
  .object({
    /** Names or ARNs, of the newest live snapshot. */
    functions: z.array(z.string().min(1).max(300)).min(1).max(100),
    /** A state that was read so lately is not read again. */
    maxAgeSeconds: z.number().int().min(0).max(86_400).default(10),
  })
  .meta({ id: "FunctionStatesInput" });

export const functionStates = z
  .object({
    items: z.array(
      z.object({
        functionName: z.string(),
        functionArn: z.string(),
        state: z.string().nullable(),
        stateReason: z.string().nullable(),
        stateReasonCode: z.string().nullable(),
        lastUpdateStatus: z.string().nullable(),
        lastUpdateStatusReason: z.string().nullable(),
        lastUpdateStatusReasonCode: z.string().nullable(),
        stateReadAt: z.iso.datetime(),
      }),
    ),
    /** What could not be read, and why; a function that is gone is `ResourceNotFoundException`. */
    failures: z.array(
      z.object({
        functionArn: z.string(),
        error: z.object({ code: z.string(), message: z.string(), missingPermission: z.string().optional() }),
      }),
    ),
  })
  .meta({ id: "FunctionStates" });
export type FunctionStates = z.infer<typeof functionStates>;
