import { randomUUID } from "node:crypto";
import type { Operation } from "@/lib/contract/operations";
import type { PlanIntent } from "@/lib/contract/plans";
import type { ReadRole } from "@/lib/server/aws/accounts/role-credentials";
import { createAwsClients } from "@/lib/server/aws/aws-clients";
import { createRegionReader } from "@/lib/server/collector/reading/region-reader";
import { createThreadReader } from "@/lib/server/collector/thread/reading-thread";
import type { RequestContext } from "@/lib/server/context";
import { startEventLog } from "@/lib/server/events/start-event-log";
import { startJobQueue } from "@/lib/server/jobs/start-job-queue";
import { registerOperationRunner } from "@/lib/server/operations/register-operation-runner";
import { registerCollector } from "@/lib/server/collector/register-collector";
import { getOperation } from "@/lib/server/services/operations/get-operation";
import { applyPlan } from "@/lib/server/services/plans/apply-plan";
import { createPlan } from "@/lib/server/services/plans/create-plan";
import { collectSnapshot } from "@/lib/server/services/snapshots/collect-snapshot";
import type { Database } from "@/lib/server/store/database";
import { silentLog } from "./silent-log";
import { createTestContext } from "./test-context";

export interface TestAppOptions {
  database: Database;
  endpoint: string;
  region: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** How other accounts are entered; default none is. */
  readRole?: ReadRole;
  /** Whether this process carries operations out; default true. */
  runsOperations?: boolean;
  /** Whether AWS is read in a thread of its own, as in production; default false, as bundling it takes a second. */
  readsInThread?: boolean;
}

/** The app's services over a real store, queue and AWS endpoint, without HTTP before them. */
export interface TestApp {
  /** A context for a new request of the local admin. */
  request(overrides?: Partial<RequestContext>): RequestContext;
  collect(): Promise<string>;
  /** Plans, acknowledges whatever warns or is unknown, and applies. */
  carryOut(intent: PlanIntent): Promise<Operation>;
  /** Resolves when the operation has ended. */
  ended(operationId: string, patienceMs?: number): Promise<Operation>;
  stop(): Promise<void>;
}

const ENDED: readonly Operation["status"][] = ["succeeded", "failed", "rolled-back", "canceled"];
const POLL_MS = 50;
const PATIENCE_MS = 25_000;

export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const { database, endpoint, region, credentials, readRole = null } = options;
  const ids = { uuid: () => randomUUID() };
  const events = await startEventLog(database);
  const jobs = await startJobQueue({ database, log: silentLog, ids });
  const awsOptions = {
    mode: "sandbox" as const,
    region,
    endpoint,
    maxAttempts: 1,
    ...(readRole === null ? {} : { readRole }),
    ...(credentials === undefined ? {} : { credentials }),
  };
  const aws = createAwsClients(awsOptions);
  const clock = { now: () => new Date() };
  const reader =
    options.readsInThread === true
      ? createThreadReader({ aws: awsOptions, pacer: aws.pacer })
      : createRegionReader({ aws, clock });
  const base = createTestContext({ database, events, jobs, aws, reader, ids, clock });
  const request = (overrides: Partial<RequestContext> = {}): RequestContext => ({
    ...base,
    config: { ...base.config, region, regions: [region], readRole, endpoint },
    correlationId: randomUUID(),
    ...overrides,
  });
  const stopWorkers = [await registerCollector(request())];
  if (options.runsOperations ?? true) stopWorkers.push(await registerOperationRunner(request()));
  return {
    request,
    collect: async () => (await collectSnapshot(request(), { source: "live" }, false)).id,
    carryOut: async (intent) => {
      const plan = await createPlan(request(), { intent });
      const acknowledge = plan.checks.map(({ code }) => code);
      return applyPlan(request(), { id: plan.id, acknowledge });
    },
    ended: async (operationId, patienceMs = PATIENCE_MS) => {
      const startedAt = performance.now();
      for (;;) {
        const operation = await getOperation(request(), operationId);
        if (ENDED.includes(operation.status)) return operation;
        if (performance.now() - startedAt > patienceMs) {
          throw new Error(
            `The operation is still ${operation.status}: ${JSON.stringify(operation.transitions)}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    stop: async () => {
      await Promise.all(stopWorkers.map((stopWorker) => stopWorker()));
      await jobs.stop();
      await events.close();
      await reader.stop();
      aws.destroy();
    },
  };
}
