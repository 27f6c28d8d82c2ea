import { isIPv4 } from "node:net";

/** Whether a request to `host` stays on this machine: 127.0.0.0/8, ::1, or the name localhost. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  if (isIPv4(name)) return name.startsWith("127.");
  return name === "localhost" || name === "::1";
}
