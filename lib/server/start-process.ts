import { ConfigError } from "./config";
import { repairRequests } from "./http/repair-requests";
import { getRuntime, stopRuntime } from "./runtime";
import { DatabaseError } from "./store/database-error";

/** Starts the app with its process, and stops it in order; exits with one clear line where it cannot start. */
export async function startProcess(): Promise<void> {
  try {
    await getRuntime();
  } catch (error) {
    const isExpected = error instanceof ConfigError || error instanceof DatabaseError;
    const text = isExpected
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
    process.stderr.write(`mooring: cannot start: ${text}\n`);
    process.exit(1);
  }
  repairRequests();
  const stop = () => {
    stopRuntime().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
