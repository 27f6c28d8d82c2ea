import { z } from "zod";
import type { RequestContext } from "../../context";
import { callSandbox } from "./call-sandbox";

export const sandboxState = z.object({ scenario: z.string(), speed: z.number(), now: z.iso.datetime() });
export type SandboxState = z.infer<typeof sandboxState>;

/** What the sandbox says of itself. Throws ApiError where it does not answer, or the app does not look at it. */
export async function readSandboxState(ctx: Pick<RequestContext, "config">): Promise<SandboxState> {
  return sandboxState.parse(await callSandbox(ctx, "GET", "/_sandbox/state"));
}
