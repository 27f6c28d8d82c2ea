import type { ServerResponse } from "node:http";
import type { WireResponse } from "../wire/wire-message";

/** Sends an answer, or what a fault leaves of it. */
export function sendResponse(outgoing: ServerResponse, response: WireResponse): void {
  const { status, delivery } = response;
  // The time that signatures are held against, which clients set their own by.
  const headers = { date: new Date().toUTCString(), ...response.headers };
  const body = Buffer.from(response.body);
  const half = Math.floor(body.length / 2);
  switch (delivery?.kind) {
    case undefined:
      outgoing.writeHead(status, headers);
      outgoing.end(response.body);
      return;
    case "reset":
      outgoing.socket?.resetAndDestroy();
      return;
    case "truncated":
      outgoing.writeHead(status, { ...headers, "content-length": String(body.length) });
      outgoing.write(body.subarray(0, half), () => outgoing.destroy());
      return;
    case "slow":
      outgoing.writeHead(status, { ...headers, "content-length": String(body.length) });
      outgoing.write(body.subarray(0, half));
      setTimeout(() => outgoing.end(body.subarray(half)), delivery.durationMs).unref();
  }
}
