import type { Role } from "@/lib/core/access/permissions";
import type { AwsClients } from "./aws/aws-clients";
import type { RegionReader } from "./collector/reading/region-reader";
import type { ServerConfig } from "./config";
import type { EventLog } from "./events/event-log";
import type { JobQueue } from "./jobs/job-queue";
import type { Log } from "./log";
import type { Database } from "./store/database";

/** Everything a service may use, made once per process by `runtime.ts`. */
export interface ServerContext {
  config: ServerConfig;
  database: Database;
  aws: AwsClients;
  reader: RegionReader;
  clock: { now(): Date };
  ids: { uuid(): string };
  jobs: JobQueue;
  events: EventLog;
  log: Log;
}

/** The same for one request: who asks, and the id that ties its answer, log lines and audit row together. */
export interface RequestContext extends ServerContext {
  actor: { id: string; role: Role };
  correlationId: string;
  signal?: AbortSignal;
}
