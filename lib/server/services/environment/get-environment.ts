import type { Environment } from "@/lib/contract/environment";
import type { RequestContext } from "../../context";
import { readSandboxState } from "../sandbox/read-sandbox-state";
import { readIdentity } from "./read-identity";

/** Which AWS the app looks at. What cannot be read is said, not thrown: this is what a page shows when all else fails. */
export async function getEnvironment(ctx: RequestContext): Promise<Environment> {
  const { mode, region, endpoint } = ctx.config;
  const [identity, sandbox] = await Promise.all([
    readIdentity(ctx),
    mode === "sandbox" ? readSandbox(ctx) : {},
  ]);
  return { mode, region, endpoint, ...identity, ...sandbox };
}

async function readSandbox(ctx: RequestContext): Promise<Pick<Environment, "sandbox" | "sandboxError">> {
  try {
    const { scenario, speed, now } = await readSandboxState(ctx);
    return { sandbox: { scenario, speed, now } };
  } catch (error) {
    return { sandboxError: error instanceof Error ? error.message : String(error) };
  }
}
