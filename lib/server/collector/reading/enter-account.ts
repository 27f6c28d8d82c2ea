import type { AwsClients } from "../../aws/aws-clients";
import { startCallRecord } from "./call-record";
import type { ReadingOptions } from "./reading";
import { sendPaced } from "./send-paced";

/** Clients for an account by its role, to be destroyed, or why it lets nobody in. Rejects only when aborted. */
export async function enterAccount(
  { aws: home, signal }: Pick<ReadingOptions, "aws" | "signal">,
  accountId: string,
): Promise<{ aws: AwsClients } | { error: unknown }> {
  // STS is asked as the caller, at the region of its own clients.
  const request = { region: home.region, service: "sts", operation: "AssumeRole" };
  const record = startCallRecord();
  try {
    const aws = await sendPaced({ pacer: home.pacer, request, record, signal }, () =>
      home.withoutRetries().inAccount(accountId),
    );
    return { aws };
  } catch (error) {
    signal?.throwIfAborted();
    return { error };
  }
}
