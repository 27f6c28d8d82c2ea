import { randomUUID } from "node:crypto";
import { createTestContext } from "@/lib/testing/test-context";
import { createAwsClients } from "../../aws/aws-clients";
import type { RequestContext } from "../../context";
import { startEventLog } from "../../events/start-event-log";
import { startJobQueue } from "../../jobs/start-job-queue";
import type { Database } from "../../store/database";

export interface SnapshotsContext {
  ctx: RequestContext;
  stop(): Promise<void>;
}

export interface Endpoint {
  url: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** A request's context with real jobs, events and store, looking at an AWS endpoint. Nothing is registered. */
export async function startSnapshotsContext(
  database: Database,
  { url: endpoint, region, credentials }: Endpoint,
): Promise<SnapshotsContext> {
  const clock = { now: () => new Date() };
  const aws = createAwsClients({ mode: "sandbox", region, endpoint, credentials });
  const base = createTestContext({ aws, clock });
  const ids = { uuid: () => randomUUID() };
  const events = await startEventLog(database);
  const jobs = await startJobQueue({ database, log: base.log, ids });
  const config = { ...base.config, region, endpoint };
  return {
    ctx: { ...base, config, database, ids, jobs, events },
    stop: async () => {
      await jobs.stop();
      await events.close();
      aws.destroy();
    },
  };
}

/** A request's body. */
export async function* bodyOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}
