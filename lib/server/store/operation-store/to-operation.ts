import type { Operation, OperationTransition } from "@/lib/contract/operations";
import { describeAllowedMeanwhile } from "@/lib/core/operations/allowed-meanwhile";
import { evaluateOperationEligibility } from "@/lib/core/operations/eligibility";
import type { OperationStepState } from "@/lib/core/operations/operation";
import type { Executor } from "../database";
import type { OperationRecord } from "./operation-record";
import { listTransitions } from "./operation-transitions";

/** An operation as the API gives it. */
export function toOperation(record: OperationRecord, transitions: readonly OperationTransition[]): Operation {
  const { document, status } = record;
  const state = { status, steps: document.steps };
  return {
    id: record.id,
    planId: record.planId,
    kind: record.kind,
    title: record.title,
    functionName: record.functionName,
    functionArn: record.functionArn,
    actor: record.actor,
    status,
    createdAt: record.createdAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
    steps: document.steps.map(toStep),
    transitions: [...transitions],
    ...(document.error === undefined ? {} : { error: document.error }),
    eligible: evaluateOperationEligibility(state),
    allowedMeanwhile: describeAllowedMeanwhile({ status, createsFunction: document.change.create !== null }),
    correlationId: record.correlationId,
  };
}

/** The same with its transitions read. Inside a transaction pass it, so that what was just written is seen. */
export async function readOperation(executor: Executor, record: OperationRecord): Promise<Operation> {
  const transitions = await listTransitions(executor, [record.id]);
  return toOperation(record, transitions.get(record.id) ?? []);
}

/** `sentAt` stays inside: it is how a server knows what another one did. */
function toStep(step: OperationStepState): Operation["steps"][number] {
  const { id, kind, title, status, startedAt, endedAt, error } = step;
  return { id, kind, title, status, startedAt, endedAt, ...(error === undefined ? {} : { error }) };
}
