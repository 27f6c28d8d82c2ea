import type { Environment } from "@/lib/contract/environment";
import type { AwsClients } from "../../aws/aws-clients";
import { getCallerIdentity } from "../../aws/sts";
import { toAwsApiError } from "../../aws/errors/to-aws-api-error";
import type { RequestContext } from "../../context";

type Identity = Pick<Environment, "accountId" | "callerArn" | "identityError">;

/** Every page asks; the answer changes only when the credentials do. */
const MAX_AGE_MS = 60_000;
/** A failure is asked about again sooner: one signs in and looks. */
const MAX_FAILURE_AGE_MS = 5_000;

const cache = new WeakMap<AwsClients, { readAt: number; identity: Promise<Identity> }>();

/** sts:GetCallerIdentity, kept for a minute. Never rejects: why it could not be read is part of the answer. */
export async function readIdentity(ctx: Pick<RequestContext, "aws" | "clock">): Promise<Identity> {
  const now = ctx.clock.now().getTime();
  const cached = cache.get(ctx.aws);
  if (cached !== undefined) {
    const identity = await cached.identity;
    const maxAgeMs = identity.identityError === undefined ? MAX_AGE_MS : MAX_FAILURE_AGE_MS;
    if (now - cached.readAt < maxAgeMs) return identity;
  }
  const identity = askIdentity(ctx.aws);
  cache.set(ctx.aws, { readAt: now, identity });
  return identity;
}

async function askIdentity(aws: AwsClients): Promise<Identity> {
  try {
    const { Account, Arn } = await getCallerIdentity({ aws });
    return { accountId: Account ?? null, callerArn: Arn ?? null };
  } catch (error) {
    return { accountId: null, callerArn: null, identityError: toAwsApiError(error).message };
  }
}
