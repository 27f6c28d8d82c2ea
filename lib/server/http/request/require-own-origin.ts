import type { ServerConfig } from "../../config";
import { isLoopbackHost } from "../../aws/is-loopback-host";
import { ApiError } from "../api-error";

/**
 * Throws ApiError `forbidden` unless `Host` is this app on this machine (a page that rebinds its name to 127.0.0.1
 * keeps its own name in `Host`), and `Origin` and `Sec-Fetch-Site`, where a browser sent them, say the same app. A
 * request with neither is a script's, which in local mode runs on this machine.
 */
export function requireOwnOrigin(headers: Headers, config: Pick<ServerConfig, "port">): void {
  const host = headers.get("host") ?? "";
  if (!isOwnHost(host, config.port)) {
    throw new ApiError("forbidden", "The Host header does not name this app on this machine.", {
      nextStep: `Use http://127.0.0.1:${config.port}.`,
    });
  }
  const origin = headers.get("origin");
  if (origin !== null && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    throw new ApiError("forbidden", "Requests from another origin are refused.");
  }
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") {
    throw new ApiError("forbidden", "Requests from another site are refused.");
  }
}

/** `port` 0 means that it was left to the machine: then any port will do. */
function isOwnHost(host: string, port: number): boolean {
  const match = /^(?<name>\[[0-9a-f:]+\]|[^:/@\s]+)(?::(?<port>\d{1,5}))?$/i.exec(host);
  const name = match?.groups?.["name"];
  if (name === undefined || !isLoopbackHost(name)) return false;
  return port === 0 || Number(match?.groups?.["port"] ?? 80) === port;
}
