import type { Resource } from "@/lib/core/network/network";
import { findOwnAccount } from "../../aws/accounts/find-own-account";
import { toAwsFailure, type AwsFailure } from "../../aws/errors/aws-failure";
import { functionStates } from "../../aws/reads/function-states";
import type { RequestContext } from "../../context";
import { enterAccount } from "../reading/enter-account";
import { startReading } from "../reading/reading";
import { toRecorded } from "../reading/to-recorded";

export interface UnreadState {
  functionArn: string;
  failure: AwsFailure;
}

/**
 * Reads the states of functions by unqualified ARN, at the pace of every reading, those of other accounts by their
 * role. Rejects with the signal's reason.
 */
export async function readStatesNow(
  ctx: Pick<RequestContext, "aws" | "clock" | "config" | "signal">,
  functionArns: readonly string[],
): Promise<{ read: Resource<"FunctionStates">[]; unread: UnreadState[] }> {
  const read: Resource<"FunctionStates">[] = [];
  const unread: UnreadState[] = [];
  const fail = (error: unknown, functionArn: string) => {
    ctx.signal?.throwIfAborted();
    unread.push({ functionArn, failure: toAwsFailure(error) });
  };
  await Promise.all(
    [...(await groupByAccount(ctx, functionArns))].map(async ([accountId, arns]) => {
      const { aws, signal } = ctx;
      const entered = accountId === null ? { aws } : await enterAccount({ aws, signal }, accountId);
      if ("error" in entered) {
        for (const arn of arns) fail(entered.error, arn);
        return;
      }
      try {
        await Promise.all(
          arns.map(async (arn) => {
            try {
              read.push(...(await readState({ ...ctx, aws: entered.aws }, arn)));
            } catch (error) {
              fail(error, arn);
            }
          }),
        );
      } finally {
        if (entered.aws !== aws) entered.aws.destroy();
      }
    }),
  );
  return { read, unread };
}

/** Null stands for the caller's own account, and for all where no other can be entered: AWS then says what is wrong. */
async function groupByAccount(
  { aws, config, signal }: Pick<RequestContext, "aws" | "config" | "signal">,
  functionArns: readonly string[],
): Promise<Map<string | null, string[]>> {
  const own =
    config.readRole === null ? undefined : await findOwnAccount({ aws, signal }).catch(() => undefined);
  const groups = new Map<string | null, string[]>();
  for (const arn of functionArns) {
    const owner = arn.split(":")[4];
    const key = own === undefined || owner === undefined || owner === own ? null : owner;
    groups.set(key, [...(groups.get(key) ?? []), arn]);
  }
  return groups;
}

async function readState(
  { aws, clock, signal }: Pick<RequestContext, "aws" | "clock" | "signal">,
  functionArn: string,
): Promise<Resource<"FunctionStates">[]> {
  const reading = startReading({ aws, clock, region: functionArn.split(":")[3] ?? aws.region, signal });
  const begun = reading.begin(functionStates, 1);
  const items = await functionStates.read(
    reading,
    functionArn,
    (fetchPage) => begun.pages(fetchPage),
    () => clock.now().toISOString(),
  );
  // What GetFunction's row makes is a function's state.
  return items.map(toRecorded) as Resource<"FunctionStates">[];
}
