import { z } from "zod";

export const health = z
  .object({ status: z.literal("ok"), store: z.enum(["pglite", "postgres"]) })
  .meta({ id: "Health" });

/** Where the app looks. Shown in the terminal and on every page. */
export const environment = z
  .object({
    mode: z.enum(["sandbox", "aws"]),
    region: z.string(),
    /** The endpoint all calls go to; null means AWS's own. */
    endpoint: z.string().nullable(),
    /** From sts:GetCallerIdentity; null while it could not be read (see `identityError`). */
    accountId: z.string().nullable(),
    callerArn: z.string().nullable(),
    identityError: z.string().optional(),
    sandbox: z.object({ scenario: z.string(), speed: z.number(), now: z.iso.datetime() }).optional(),
    /** Why the sandbox that the app looks at did not tell its state. */
    sandboxError: z.string().optional(),
  })
  .meta({ id: "Environment" });
export type Environment = z.infer<typeof environment>;

/** Moves the sandbox's clock; 404 where the app does not look at the sandbox. */
export const advanceSandboxInput = z
  .object({
    seconds: z
      .number()
      .int()
      .positive()
      .max(366 * 86_400),
  })
  .meta({ id: "AdvanceSandboxInput" });
export const sandboxClock = z
  .object({ now: z.iso.datetime(), advancedSeconds: z.number() })
  .meta({ id: "SandboxClock" });
