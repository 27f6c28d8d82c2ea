import { describe, expect, it } from "vitest";
import { requireOwnOrigin } from "./require-own-origin";

const config = { port: 3000 };
const check =
  (headers: Record<string, string>, port = config.port) =>
  () => {
    requireOwnOrigin(new Headers(headers), { port });
  };

describe("requireOwnOrigin", () => {
  it.each(["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000", "127.1.2.3:3000"])(
    "lets in Host %s",
    (host) => {
      expect(check({ host })).not.toThrow();
    },
  );

  it.each([
    "",
    "evil.test:3000",
    "evil.test",
    "127.0.0.1.evil.test:3000",
    "localhost.evil.test:3000",
    "127.0.0.1:3001",
    "127.0.0.1",
    "user@127.0.0.1:3000",
    "0.0.0.0:3000",
    "192.168.0.1:3000",
    "[::2]:3000",
  ])("refuses Host '%s': a name rebound to loopback stays in it", (host) => {
    expect(check(host === "" ? {} : { host })).toThrow("The Host header");
  });

  it("takes any port where the machine chose one, and 80 where none is named", () => {
    expect(check({ host: "127.0.0.1:45678" }, 0)).not.toThrow();
    expect(check({ host: "localhost" }, 80)).not.toThrow();
  });

  it("lets in its own origin, its own pages and scripts without either header", () => {
    const host = "127.0.0.1:3000";
    expect(check({ host, origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" })).not.toThrow();
    expect(check({ host, "sec-fetch-site": "none" })).not.toThrow();
    expect(check({ host })).not.toThrow();
  });

  it.each([
    "http://evil.test",
    "null",
    "http://localhost:3000",
    "https://127.0.0.1:3000",
    "http://127.0.0.1:3001",
    "http://127.0.0.1:3000.evil.test",
  ])("refuses Origin %s", (origin) => {
    expect(check({ host: "127.0.0.1:3000", origin })).toThrow("another origin");
  });

  it.each(["cross-site", "same-site", "nonsense"])("refuses Sec-Fetch-Site %s", (site) => {
    expect(check({ host: "127.0.0.1:3000", "sec-fetch-site": site })).toThrow("another site");
  });
});
