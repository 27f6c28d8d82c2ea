import type { RequestContext, ServerContext } from "./context";

/** The context of one request. In local mode everybody who reaches the loopback address is the admin `local`. */
export function requestContext(server: ServerContext, signal?: AbortSignal): RequestContext {
  return {
    ...server,
    actor: { id: "local", role: "admin" },
    correlationId: server.ids.uuid(),
    ...(signal === undefined ? {} : { signal }),
  };
}
