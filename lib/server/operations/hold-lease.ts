import type { ServerContext } from "../context";
import { LEASE_SECONDS, renewLease } from "../store/operation-store/operation-lease";
import { OperationLostError } from "./operation-lost-error";

/** Renews an operation's lease until stopped; the signal aborts once another may have taken it. */
export function holdLease(
  ctx: Pick<ServerContext, "database" | "log">,
  operationId: string,
  owner: string,
): { lost: AbortSignal; stop(): Promise<void> } {
  const lost = new AbortController();
  let renewedAt = performance.now();
  let renewing = Promise.resolve();

  const renew = async () => {
    const isHeld = await renewLease(ctx.database.db, operationId, owner);
    if (!isHeld) lost.abort(new OperationLostError(operationId));
    renewedAt = performance.now();
  };

  const timer = setInterval(
    () => {
      renewing = renewing.then(renew).catch((error: unknown) => {
        ctx.log.warn("operation's lease not renewed", { operationId, reason: String(error) });
        if (performance.now() - renewedAt > LEASE_SECONDS * 1000)
          lost.abort(new OperationLostError(operationId));
      });
    },
    (LEASE_SECONDS * 1000) / 3,
  );
  return {
    lost: lost.signal,
    stop: async () => {
      clearInterval(timer);
      await renewing;
    },
  };
}
