import { findOwnAccount } from "../../aws/accounts/find-own-account";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";

/** Other accounts are looked at by a role that may only read. Throws ApiError `conflict` for a function of theirs. */
export async function requireOwnFunction(
  ctx: RequestContext,
  { functionName, accountId }: { functionName: string; accountId: string | null },
): Promise<void> {
  if (accountId === null) return;
  const own = await findOwn(ctx);
  if (own === undefined || own === accountId) return;
  throw new ApiError(
    "conflict",
    `${functionName} is a function of account ${accountId}. Mooring changes functions of its own account ${own} only.`,
    {
      field: "intent.functionName",
      nextStep: `Start Mooring with credentials of account ${accountId} to change it.`,
    },
  );
}

/** Where AWS does not say, reading the function tells what is wrong. */
async function findOwn(ctx: RequestContext): Promise<string | undefined> {
  try {
    return await findOwnAccount({ aws: ctx.aws, signal: ctx.signal });
  } catch {
    return undefined;
  }
}
