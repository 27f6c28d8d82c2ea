import type { Environment } from "@/lib/contract/environment";
import type { RequestContext } from "../../context";
import { readSandboxState } from "../sandbox/read-sandbox-state";
import { readIdentity } from "./read-identity";

/** Which AWS the app looks at. What cannot be read is said, not thrown: this is what a page shows when all else fails. */
export async function getEnvironment(ctx: RequestContext): Promise<Environment> {
  const { mode, region, endpoint } = ctx.config;
  const [identity, sandbox] = await Promise.all([
    readIdentity(ctx),
    mode === "sandbox" ? readSandboxState(ctx).catch(() => undefined) : undefined,
  ]);
  return {
    mode,
    region,
    endpoint,
    ...identity,
    ...(sandbox === undefined
      ? {}
      : { sandbox: { scenario: sandbox.scenario, speed: sandbox.speed, now: sandbox.now } }),
  };
}
