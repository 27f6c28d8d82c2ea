import { setTimeout as delay } from "node:timers/promises";
import type { OperationTransition } from "@/lib/contract/operations";
import type { OperationState } from "@/lib/core/operations/operation";
import { isRefusal, transition, type OperationEvent } from "@/lib/core/operations/transition";
import { writeAudit } from "../audit/write-audit";
import type { ServerContext } from "../context";
import type { OperationRecord } from "../store/operation-store/operation-record";
import { appendTransition, listTransitions } from "../store/operation-store/operation-transitions";
import { readOperation } from "../store/operation-store/to-operation";
import { deletePlanCode } from "../store/plan-store/plan-code";
import { updateOperation } from "../store/operation-store/update-operation";
import { OperationLostError } from "./operation-lost-error";

/** What happened, stored as one: the operation's next state, a state seen in AWS, the audit row of its end. */
export interface Happening {
  events?: readonly OperationEvent[];
  transition?: OperationTransition | undefined;
  /** Of a function that was just created. */
  functionArn?: string | undefined;
  audit?: { outcome: "succeeded" | "failed"; detail?: Record<string, unknown> };
}

/** One server's hold on one operation. Everything it writes is refused once another holds it. */
export class OperationSession {
  #record: OperationRecord;
  #last: OperationTransition | undefined;
  readonly ctx: ServerContext;
  readonly signal: AbortSignal;

  constructor(ctx: ServerContext, record: OperationRecord, signal: AbortSignal) {
    this.ctx = ctx;
    this.#record = record;
    this.signal = signal;
  }

  get record(): OperationRecord {
    return this.#record;
  }

  get state(): OperationState {
    const { status, document } = this.#record;
    const { steps, error } = document;
    return { status, steps, ...(error === undefined ? {} : { error }) };
  }

  /** The newest state seen by this operation, by whichever server. */
  async findLastTransition(): Promise<OperationTransition | undefined> {
    if (this.#last !== undefined) return this.#last;
    const transitions = await listTransitions(this.ctx.database.db, [this.#record.id]);
    this.#last = transitions.get(this.#record.id)?.at(-1);
    return this.#last;
  }

  now(): string {
    return this.ctx.clock.now().toISOString();
  }

  sleep(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.signal });
  }

  /** Stores what happened and tells it, all or nothing. Throws OperationLostError where another was faster. */
  async commit(happening: Happening): Promise<void> {
    this.signal.throwIfAborted();
    const { ctx } = this;
    const state = (happening.events ?? []).reduce<OperationState>(apply, this.state);
    const { change } = this.#record.document;
    const isFinal = happening.audit !== undefined;
    const stored = await ctx.database.transaction(async (tx) => {
      const record = await updateOperation(tx, this.#record, {
        status: state.status,
        document: {
          change,
          steps: [...state.steps],
          ...(state.error === undefined ? {} : { error: state.error }),
        },
        startedAt: this.#record.startedAt ?? ctx.clock.now(),
        ...(isFinal ? { endedAt: ctx.clock.now() } : {}),
        ...(happening.functionArn === undefined ? {} : { functionArn: happening.functionArn }),
      });
      if (record === undefined) throw new OperationLostError(this.#record.id);
      if (happening.transition) await appendTransition(tx, record.id, happening.transition);
      if (happening.audit) await writeAudit(tx, toAuditInput(record, happening.audit));
      // What was uploaded is not kept once AWS has it; after a failure a retry may still need it.
      if (happening.audit?.outcome === "succeeded") await deletePlanCode(tx, record.planId);
      const operation = await readOperation(tx, record);
      await ctx.events.append(tx, {
        topic: "operations",
        subjectId: record.id,
        payload: { topic: "operations", operation },
      });
      return record;
    });
    this.#record = stored;
    this.#last = happening.transition ?? this.#last;
  }
}

function apply(state: OperationState, event: OperationEvent): OperationState {
  const next = transition(state, event);
  if (isRefusal(next)) throw new Error(`${event.kind} while ${next.status}: ${next.reason}`);
  return next;
}

function toAuditInput(record: OperationRecord, audit: NonNullable<Happening["audit"]>) {
  return {
    actor: record.actor,
    action: `operation.${record.kind}`,
    resource: record.functionArn ?? record.functionName,
    outcome: audit.outcome,
    correlationId: record.correlationId,
    detail: { operationId: record.id, planId: record.planId, status: record.status, ...audit.detail },
  };
}
