import { ACCESS_KEYS } from "@/lib/sandbox/scenarios/callers";
import { createSandboxServer, type SandboxServerOptions } from "@/lib/sandbox/server/create-sandbox-server";
import { getRegionWorld } from "@/lib/sandbox/world/find-account";
import type { RegionWorld, World } from "@/lib/sandbox/world/world";

/** Who calls the sandbox: the keys that its scenarios know. */
export type SandboxCaller = keyof typeof ACCESS_KEYS;

/** A sandbox for a test, on a port of its own, its world in memory. */
export interface TestSandbox {
  url: string;
  /** The region that the scenarios fill. */
  region: string;
  /** The administrator's. */
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** What an SDK client is built with. Retries are off so that a test sees the first answer. */
  clientConfig(caller?: SandboxCaller): {
    endpoint: string;
    region: string;
    maxAttempts: number;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  /** Asks the control endpoint (`state`, `advance`, …) and returns its JSON. Throws Error where it refuses. */
  control(method: "GET" | "POST" | "DELETE", name: string, body?: unknown): Promise<Record<string, unknown>>;
  /** The live world: to look at, or to bend in ways that no API allows. */
  readonly world: World;
  /** What an account has in a region: by default the home account, in the region that the scenarios fill. */
  regionWorld(place?: { accountId?: string; region?: string }): RegionWorld;
  /** The lines that the sandbox logged. */
  readonly logs: readonly string[];
  close(): Promise<void>;
}

function credentialsOf(caller: SandboxCaller): { accessKeyId: string; secretAccessKey: string } {
  return { accessKeyId: ACCESS_KEYS[caller], secretAccessKey: "any" };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function askControl(
  url: string,
  request: { method: string; name: string; body: unknown },
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/_sandbox/${request.name}`, {
    method: request.method,
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok || !isRecord(answer)) {
    throw new Error(`The sandbox answered ${String(response.status)}: ${JSON.stringify(answer)}`);
  }
  return answer;
}

/** Starts a sandbox for `beforeAll`; `close` it in `afterAll`. Default speed 1000: AWS's minutes pass in an instant. */
export async function startSandbox(
  options: Pick<
    SandboxServerOptions,
    "scenario" | "speed" | "dataFolder" | "rates" | "consistency" | "random"
  > = {},
): Promise<TestSandbox> {
  const logs: string[] = [];
  const server = await createSandboxServer({ speed: 1000, ...options, log: (line) => logs.push(line) });
  const { url } = await server.listen(0);
  const region = "eu-west-1";
  return {
    url,
    region,
    credentials: credentialsOf("admin"),
    clientConfig: (caller = "admin") => ({
      endpoint: url,
      region,
      maxAttempts: 1,
      credentials: credentialsOf(caller),
    }),
    control: (method, name, body) => askControl(url, { method, name, body }),
    get world() {
      return server.world;
    },
    regionWorld: (place = {}) =>
      getRegionWorld(server.world, place.accountId ?? server.world.homeAccountId, place.region ?? region),
    logs,
    close: () => server.close(),
  };
}

/** Runs a test against a sandbox of its own, and closes it whatever happens. */
export async function withSandbox<T>(
  options: Parameters<typeof startSandbox>[0],
  run: (sandbox: TestSandbox) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox(options);
  try {
    return await run(sandbox);
  } finally {
    await sandbox.close();
  }
}
