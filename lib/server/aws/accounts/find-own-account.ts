import type { AwsClients, AwsScope } from "../aws-clients";
import { getCallerIdentity } from "../sts";

/** Credentials may be exchanged under a running process: a profile is signed in to again. */
const MAX_AGE_MS = 60_000;

const known = new WeakMap<AwsClients, { accountId: string; readAt: number }>();

/** The account of the caller's own credentials; undefined where AWS does not name it. Rejects with the SDK's error. */
export async function findOwnAccount(scope: AwsScope): Promise<string | undefined> {
  const last = known.get(scope.aws);
  if (last !== undefined && performance.now() - last.readAt < MAX_AGE_MS) return last.accountId;
  const { Account } = await getCallerIdentity(scope);
  if (Account !== undefined) known.set(scope.aws, { accountId: Account, readAt: performance.now() });
  return Account;
}
