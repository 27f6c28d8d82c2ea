import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { OperationFailure } from "@/lib/core/operations/operation";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { readConfiguration, readInterfaces, toTransition } from "../observe-function";
import type { OperationSession } from "../operation-session";
import { toOperationFailure } from "../to-operation-failure";
import { retryDelayMs } from "./retry-delay";
import type { StepOutcome } from "./step-executor";

export type WriteDecision =
  | { status: "done" }
  | { status: "send" }
  | { status: "wait"; ms: number }
  | { status: "failed"; error: OperationFailure };

export interface Write {
  /** From what AWS has now: whether there is something to send. */
  decide(configuration: FunctionConfiguration | null): WriteDecision | Promise<WriteDecision>;
  /** Sends it and gives the function as AWS answered; null where the answer holds none (a deletion). */
  send(configuration: FunctionConfiguration | null): Promise<FunctionConfiguration | null>;
}

/**
 * One write to AWS, at most once: reads before it sends, notes that it sends before it does, and after an answer that
 * got lost reads again instead of sending again.
 */
export async function carryOutWrite(
  session: OperationSession,
  stepId: string,
  write: Write,
): Promise<StepOutcome> {
  const startedAt = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      const configuration = await readConfiguration(session);
      const decision = await write.decide(configuration);
      if (decision.status === "done") return { status: "done" };
      if (decision.status === "failed") return decision;
      if (decision.status === "wait") {
        await session.sleep(decision.ms);
        continue;
      }
      await noteSending(session, stepId);
      const answer = await write.send(configuration);
      return await toOutcome(session, answer);
    } catch (error) {
      session.signal.throwIfAborted();
      const failure = toAwsFailure(error);
      if (failure.operation === "unknown") throw error;
      const elapsedMs = performance.now() - startedAt;
      const { isRoleProven } = session.record.document.change;
      const delayMs = retryDelayMs(failure, { attempt, elapsedMs, isRoleProven });
      if (delayMs === null) return { status: "failed", error: toOperationFailure(failure) };
      await session.sleep(delayMs);
    }
  }
}

async function noteSending(session: OperationSession, stepId: string): Promise<void> {
  const step = session.state.steps.find(({ id }) => id === stepId);
  if (step?.sentAt !== null) return;
  await session.commit({ events: [{ kind: "step-sent", stepId, at: session.now() }] });
}

async function toOutcome(
  session: OperationSession,
  answer: FunctionConfiguration | null,
): Promise<StepOutcome> {
  if (answer === null) return { status: "done" };
  return {
    status: "done",
    functionArn: answer.FunctionArn,
    transition: await toTransition(session, answer, await readInterfaces(session)),
  };
}
