import { setTimeout as delay } from "node:timers/promises";
import { toAwsFailure } from "../aws/errors/aws-failure";
import { refreshTouched } from "../collector/refresh/refresh-touched";
import type { OperationSession } from "./operation-session";

const MAX_ATTEMPTS = 3;
const RETRY_DELAY_MS = 1_000;

/**
 * Reads again what the operation touched, before it ends: the newest live snapshot must not show the world before the
 * change. An operation is not kept open for a reading that goes on failing; the log says so.
 */
export async function refreshSnapshot(session: OperationSession): Promise<void> {
  const { functionArn, region, id } = session.record;
  // Without an ARN AWS never accepted the function: nothing was touched.
  if (functionArn === null) return;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      await refreshTouched(session.ctx, { region, functionArn, signal: session.signal });
      return;
    } catch (error) {
      session.signal.throwIfAborted();
      const { code } = toAwsFailure(error);
      session.ctx.log.warn("touched resources not read again", { operationId: id, attempt, code });
      if (attempt < MAX_ATTEMPTS) await delay(RETRY_DELAY_MS, undefined, { signal: session.signal });
    }
  }
}
