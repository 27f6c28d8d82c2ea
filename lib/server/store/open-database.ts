import type { ServerConfig } from "../config";
import type { Log } from "../log";
import type { Database } from "./database";
import { migrate } from "./migrate";
import { openPglite } from "./open-pglite";
import { openPostgres } from "./open-postgres";

/** Opens the store that the configuration names and brings it up to date. Throws DatabaseError where it cannot. */
export async function openDatabase(
  config: Pick<ServerConfig, "dataDir" | "databaseUrl">,
  log: Log,
): Promise<Database> {
  const database =
    config.databaseUrl === null
      ? await openPglite(config.dataDir)
      : await openPostgres(config.databaseUrl, log);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
