import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Node documents it: published for each request before the server's own listener sees it. */
const CHANNEL = "http.server.request.start";

/**
 * Next answers 500, before any code of ours, to a percent sign that begins no escape (it decodes paths unguarded) and
 * to TRACE (the fetch standard's Request cannot be one). The first is made a literal percent sign, which names
 * nothing that exists (404); the second a method that no path takes (405).
 */
export function repairRequests(): void {
  subscribe(CHANNEL, (message) => {
    const request = toIncomingMessage(message);
    if (request === undefined) return;
    if (request.url !== undefined) request.url = repairPath(request.url);
    if (request.method === "TRACE") request.method = "PATCH";
  });
}

/** The URL with every percent sign of its path escaped where the path is not what `decodeURIComponent` takes. */
export function repairPath(url: string): string {
  const end = url.search(/[?#]/);
  const path = end === -1 ? url : url.slice(0, end);
  if (!path.includes("%") || isDecodable(path)) return url;
  return path.replaceAll("%", "%25") + url.slice(path.length);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    // A URIError is the answer itself.
    return false;
  }
}

function toIncomingMessage(message: unknown): IncomingMessage | undefined {
  if (typeof message !== "object" || message === null || !("request" in message)) return undefined;
  // The type that Node documents for this channel.
  return message.request as IncomingMessage;
}
