import type { Resource } from "@/lib/core/network/network";
import { toAwsFailure, type AwsFailure } from "../../aws/errors/aws-failure";
import { functionStates } from "../../aws/reads/function-states";
import type { RequestContext } from "../../context";
import { startReading } from "../reading/reading";
import { toRecorded } from "../reading/to-recorded";

export interface UnreadState {
  functionArn: string;
  failure: AwsFailure;
}

/** Reads the states of functions by unqualified ARN, at the pace of every reading. Rejects with the signal's reason. */
export async function readStatesNow(
  ctx: Pick<RequestContext, "aws" | "clock" | "signal">,
  functionArns: readonly string[],
): Promise<{ read: Resource<"FunctionStates">[]; unread: UnreadState[] }> {
  const { aws, clock, signal } = ctx;
  const read: Resource<"FunctionStates">[] = [];
  const unread: UnreadState[] = [];
  await Promise.all(
    functionArns.map(async (functionArn) => {
      const region = functionArn.split(":")[3] ?? aws.region;
      const reading = startReading({ aws, clock, region, signal });
      const begun = reading.begin(functionStates, 1);
      try {
        const items = await functionStates.read(
          reading,
          functionArn,
          (fetchPage) => begun.pages(fetchPage),
          () => clock.now().toISOString(),
        );
        // What GetFunction's row makes is a function's state.
        read.push(...(items.map(toRecorded) as Resource<"FunctionStates">[]));
      } catch (error) {
        signal?.throwIfAborted();
        unread.push({ functionArn, failure: toAwsFailure(error) });
      }
    }),
  );
  return { read, unread };
}
