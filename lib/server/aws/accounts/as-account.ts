import type { AwsClients, AwsScope } from "../aws-clients";
import { findOwnAccount } from "./find-own-account";

/**
 * Does something as an account: with the caller's own credentials where it is the caller's or not known whose, else by
 * its role. Rejects with NoReadRoleError, or as AWS refuses the role, or as the work does.
 */
export async function asAccount<T>(
  scope: Pick<AwsScope, "aws" | "signal">,
  accountId: string | null,
  work: (aws: AwsClients) => Promise<T>,
): Promise<T> {
  const own = accountId === null ? undefined : await findOwnAccount(scope);
  if (accountId === null || own === undefined || own === accountId) return work(scope.aws);
  const entered = await scope.aws.inAccount(accountId);
  try {
    return await work(entered);
  } finally {
    entered.destroy();
  }
}
