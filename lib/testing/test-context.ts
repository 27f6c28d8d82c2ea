import { createAwsClients } from "@/lib/server/aws/aws-clients";
import { createRegionReader } from "@/lib/server/collector/reading/region-reader";
import type { RequestContext } from "@/lib/server/context";
import type { EventLog } from "@/lib/server/events/event-log";
import type { JobQueue } from "@/lib/server/jobs/job-queue";
import type { Database } from "@/lib/server/store/database";
import { createFakeClock, createFakeIds } from "./fake-clock";
import { silentLog } from "./silent-log";

/** Stands for a part that a test does without: asking it for anything fails, naming the part. */
function missing<Part extends object>(part: string, nothing: Partial<Part>): Part {
  // Nothing is ever read of it, so it need not have what a whole part has.
  return new Proxy(nothing as Part, {
    get: (_target, name) => {
      throw new Error(`This test has no ${part}, but ${part}.${String(name)} was used.`);
    },
  });
}

/** A context for one request of the local admin in sandbox mode, with a clock that stands still; override what matters. */
export function createTestContext(overrides: Partial<RequestContext> = {}): RequestContext {
  const config = {
    mode: "sandbox",
    host: "127.0.0.1",
    port: 3000,
    dataDir: "/nowhere",
    databaseUrl: null,
    region: "eu-west-1",
    regions: ["eu-west-1"],
    accountIds: [],
    readRole: null,
    endpoint: "http://127.0.0.1:1",
    isProduction: false,
  } as const;
  const {
    aws = createAwsClients({ mode: "sandbox", region: config.region, endpoint: config.endpoint }),
    clock = createFakeClock(),
  } = overrides;
  return {
    config,
    database: missing<Database>("database", {}),
    aws,
    // In this thread: to bundle a worker for each test file takes longer than the tests.
    reader: createRegionReader({ aws, clock }),
    clock,
    ids: createFakeIds(),
    jobs: missing<JobQueue>("jobs", {}),
    events: missing<EventLog>("events", {}),
    log: silentLog,
    actor: { id: "local", role: "admin" },
    correlationId: "00000000-0000-4000-8000-00000000cafe",
    ...overrides,
  };
}
