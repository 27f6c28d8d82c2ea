import { randomUUID } from "node:crypto";
import { createAwsClients } from "./aws/aws-clients";
import { findChainRegion } from "./aws/find-chain-region";
import { createThreadReader } from "./collector/thread/reading-thread";
import { parseConfig } from "./config";
import type { ServerContext } from "./context";
import { startEventLog } from "./events/start-event-log";
import { startRetention } from "./events/start-retention";
import { startJobQueue } from "./jobs/start-job-queue";
import { createLog } from "./log";
import type { Database } from "./store/database";
import { openDatabase } from "./store/open-database";
import { workers, type StopWorker } from "./workers";

export interface Runtime {
  context: ServerContext;
  /** Aborts what runs, ends streams, closes the store; the data folder is free when it resolves. */
  stop(): Promise<void>;
}

/**
 * From environment to context: the only place that constructs things. Throws ConfigError or DatabaseError with a line
 * for the terminal.
 */
export async function startRuntime(env: Record<string, string | undefined>): Promise<Runtime> {
  const clock = { now: () => new Date() };
  const log = createLog(clock.now);
  const config = parseConfig(env, env["MOORING_AWS"] === "1" ? await findChainRegion() : undefined);
  const database = await openDatabase(config, log);
  return closingOnFailure(database, async () => {
    const ids = { uuid: () => randomUUID() };
    const awsOptions = {
      mode: config.mode,
      region: config.region,
      ...(config.endpoint === null ? {} : { endpoint: config.endpoint }),
      ...(config.readRole === null ? {} : { readRole: config.readRole }),
    };
    const aws = createAwsClients(awsOptions);
    const reader = createThreadReader({ aws: awsOptions, pacer: aws.pacer });
    const events = await startEventLog(database);
    const jobs = await startJobQueue({ database, log, ids });
    const context: ServerContext = { config, database, aws, reader, clock, ids, jobs, events, log };
    const stopWorkers: StopWorker[] = [];
    for (const register of workers) stopWorkers.push(await register(context));
    const retention = startRetention(context);
    log.info("ready", { mode: config.mode, region: config.region, store: database.kind });
    return {
      context,
      stop: async () => {
        retention.stop();
        await Promise.all(stopWorkers.map((stopWorker) => stopWorker()));
        await jobs.stop();
        await events.close();
        await reader.stop();
        aws.destroy();
        await database.close();
      },
    };
  });
}

async function closingOnFailure<T>(database: Database, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    await database.close();
    throw error;
  }
}
