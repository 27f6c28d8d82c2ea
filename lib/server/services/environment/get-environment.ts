import type { Environment } from "@/lib/contract/environment";
import type { RequestContext } from "../../context";
import { readSandboxState } from "../sandbox/read-sandbox-state";
import { readIdentity } from "./read-identity";

const MOST_CAUSES = 5;

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
    return { sandboxError: describe(error) };
  }
}

/** With what is behind it: "fetch failed" says nothing, the refusal behind that does. */
function describe(error: unknown): string {
  const texts: string[] = [];
  for (let cause = error; cause instanceof Error && texts.length < MOST_CAUSES; cause = cause.cause) {
    const text = cause instanceof AggregateError ? describeRefusals(cause) : cause.message;
    if (text !== "") texts.push(text.replace(/\.$/, ""));
  }
  return texts.length === 0 ? String(error) : `${texts.join(": ")}.`;
}

/** Node tries every address of a name; each refusal names the address. */
function describeRefusals({ errors }: AggregateError): string {
  return errors.map((one) => (one instanceof Error ? one.message : String(one))).join(", ");
}
