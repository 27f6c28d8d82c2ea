const LOOPBACK_NAMES = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/** Whether a `Host` header (with or without a port), or a bare host name, names this machine's loopback. */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  const name = host === "::1" ? host : host.replace(/:\d+$/, "");
  return LOOPBACK_NAMES.has(name.toLowerCase());
}

/** Whether an `Origin` header is a page served from loopback. `null` and broken ones are not. */
export function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).host);
}
