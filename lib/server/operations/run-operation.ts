import { findNextStep, type OperationFailure } from "@/lib/core/operations/operation";
import type { ServerContext } from "../context";
import { releaseLease, takeLease } from "../store/operation-store/operation-lease";
import { holdLease } from "./hold-lease";
import { OperationLostError } from "./operation-lost-error";
import { OperationSession } from "./operation-session";
import { refreshSnapshot } from "./refresh-snapshot";
import { executors } from "./steps/executors";

/**
 * Carries an operation on from wherever it is, to its end. Does nothing where another server holds it or it has ended.
 * Rejects when the signal aborts (the server stops) or on a bug: the job is then run again, here or elsewhere.
 */
export async function runOperation(
  ctx: ServerContext,
  operationId: string,
  signal: AbortSignal,
): Promise<void> {
  const owner = ctx.ids.uuid();
  const record = await takeLease(ctx.database.db, operationId, owner);
  if (record === undefined) return;
  const lease = holdLease(ctx, operationId, owner);
  const session = new OperationSession(ctx, record, AbortSignal.any([signal, lease.lost]));
  try {
    await advance(session);
  } catch (error) {
    // Lost to another server or to a person's cancel: they have already said what becomes of it.
    if (error instanceof OperationLostError || lease.lost.aborted) return;
    throw error;
  } finally {
    await lease.stop();
    await releaseLease(ctx.database.db, operationId, owner);
  }
}

async function advance(session: OperationSession): Promise<void> {
  if (session.state.status === "queued") {
    await session.commit({ events: [{ kind: "started", at: session.now() }] });
  }
  for (let step = findNextStep(session.state); step !== undefined; step = findNextStep(session.state)) {
    if (step.status === "pending") {
      await session.commit({ events: [{ kind: "step-started", stepId: step.id, at: session.now() }] });
    }
    const outcome = await executors[step.kind](session, step.id);
    if (outcome.status === "failed") return fail(session, step.id, outcome.error);
    await session.commit({
      events: [{ kind: "step-succeeded", stepId: step.id, at: session.now() }],
      transition: outcome.transition,
      functionArn: outcome.functionArn,
    });
  }
  await refreshSnapshot(session);
  await session.commit({
    events: [{ kind: "finished", at: session.now() }],
    audit: { outcome: "succeeded" },
  });
}

/** The snapshot first: who reads the end of an operation must not find the world before it. */
async function fail(session: OperationSession, stepId: string, error: OperationFailure): Promise<void> {
  await refreshSnapshot(session);
  await session.commit({
    events: [{ kind: "step-failed", stepId, at: session.now(), error }],
    audit: { outcome: "failed", detail: { code: error.code } },
  });
}
