import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { OperationTransition } from "@/lib/contract/operations";
import type { OperationFailure } from "@/lib/core/operations/operation";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { readConfiguration, readInterfaces, toTransition } from "../observe-function";
import type { OperationSession } from "../operation-session";
import { toOperationFailure } from "../to-operation-failure";
import type { StepOutcome } from "./step-executor";

export type Judgement =
  { status: "done" } | { status: "going-on" } | { status: "failed"; error: OperationFailure };

type Seen =
  | { status: "read"; configuration: FunctionConfiguration | null }
  | { status: "unread" }
  | { status: "failed"; error: OperationFailure };

/** GetFunction has a quota of its own (100 a second), so a few seconds of quick looks cost nobody anything. */
const QUICK_POLL_MS = 400;
const POLL_MS = 1_000;
const SLOW_POLL_MS = 15_000;
const QUICK_FOR_MS = 30_000;
/** Interfaces have taken 45 minutes: past this it is said to be slow, and never to have failed. */
const LONG_MS = 30 * 60_000;

/** Looks at the function until `judge` has made up its mind, recording each change of its state and interfaces. */
export async function watchFunction(
  session: OperationSession,
  judge: (configuration: FunctionConfiguration | null, elapsedMs: number) => Judgement,
): Promise<StepOutcome> {
  const startedAt = performance.now();
  let isSlowTold = false;
  for (;;) {
    const elapsedMs = performance.now() - startedAt;
    const seen = await look(session);
    if (seen.status === "failed") return seen;
    if (seen.status === "read") {
      await record(session, seen.configuration);
      const judgement = judge(seen.configuration, elapsedMs);
      if (judgement.status !== "going-on") return judgement;
    }
    if (!isSlowTold && elapsedMs > LONG_MS) {
      await tellSlowness(session);
      isSlowTold = true;
    }
    await session.sleep(pollDelayMs(elapsedMs));
  }
}

function pollDelayMs(elapsedMs: number): number {
  if (elapsedMs < QUICK_FOR_MS) return QUICK_POLL_MS;
  return elapsedMs < LONG_MS ? POLL_MS : SLOW_POLL_MS;
}

/** Throttling and broken lines pass; a refusal does not: then nobody can say what became of the change. */
async function look(session: OperationSession): Promise<Seen> {
  try {
    return { status: "read", configuration: await readConfiguration(session) };
  } catch (error) {
    session.signal.throwIfAborted();
    const failure = toAwsFailure(error);
    switch (failure.kind) {
      case "throttled":
      case "connection":
      case "timeout":
      case "unavailable":
      case "aborted":
        return { status: "unread" };
      case "denied":
      case "credentials":
      case "not-found":
      case "refused":
        return { status: "failed", error: toOperationFailure(failure) };
    }
  }
}

async function record(session: OperationSession, configuration: FunctionConfiguration | null): Promise<void> {
  if (configuration === null) return;
  const transition = await toTransition(session, configuration, await readInterfaces(session));
  if (transition !== undefined) await session.commit({ transition });
}

async function tellSlowness(session: OperationSession): Promise<void> {
  const last = await session.findLastTransition();
  if (last === undefined) return;
  const transition: OperationTransition = {
    ...last,
    at: session.now(),
    meaning: "Still in progress after 30 minutes. AWS may take longer; Mooring goes on watching.",
  };
  await session.commit({ transition });
}
