import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerControl } from "../control/answer-control";
import type { World } from "../world/world";
import { createWorldFile, type WorldFile, type WorldSource } from "../world/world-file";
import type { SavedWorld } from "../world/world-json";
import { loadScenario } from "../scenarios/load-scenario";
import type { WireRequest, WireResponse } from "../wire/wire-message";
import { answerRequest, type AnswerContext } from "./answer-request";
import { generalError } from "./general-errors";
import { isLoopbackHost } from "./loopback";
import { readBody } from "./read-body";
import { sendResponse } from "./send-response";
import { createSandbox } from "./sandbox";
import { createServices, sandboxSettlers } from "./services";
import { findService } from "./signature/identify-request";

export interface SandboxServerOptions {
  /** Which world to begin with where none is saved. Default `demo`. */
  scenario?: string;
  /** How much faster than AWS its processes run. Default 20. */
  speed?: number;
  /** Where the world is kept. Without it the world lives in memory only. */
  dataFolder?: string;
  /** Hears one line for each thing a developer would want to know. Default: standard error. */
  log?: (line: string) => void;
  /** Whether requests are throttled at AWS's own rates. Default false. */
  rates?: boolean;
  /** How long EC2's reads miss what was just made, and services see a changed role as it was. Default 0, not at all. */
  consistency?: { createMs: number; roleMs: number };
  /** In [0, 1): decides for faults with a rate. */
  random?: () => number;
}

export interface SandboxServer {
  listen(port?: number, host?: string): Promise<{ url: string; port: number }>;
  /** Saves the world and lets go of the port. */
  close(): Promise<void>;
  /** The world as it is now; a reset replaces it. */
  readonly world: World;
}

/** Due events run at least this often, so that a page that only watches sees them happen in the saved world too. */
const SETTLE_EVERY_MS = 250;

/** Bodies above every service's limit are drained, not kept. */
const MAX_BODY_BYTES = 70_167_211;

/** An AWS on loopback. Throws where the saved world's file cannot be read, or the scenario does not exist. */
export async function createSandboxServer(options: SandboxServerOptions = {}): Promise<SandboxServer> {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const file =
    options.dataFolder === undefined
      ? undefined
      : createWorldFile({
          folder: options.dataFolder,
          onError: (error) => {
            log(`sandbox: could not save the world: ${String(error)}`);
          },
        });
  const saved = await loadSaved(file, log);
  const sandbox = createSandbox({
    scenario: options.scenario ?? "demo",
    speed: options.speed ?? 20,
    rates: options.rates ?? false,
    consistency: options.consistency ?? { createMs: 0, roleMs: 0 },
    saved,
    settlers: sandboxSettlers,
    loadScenario,
    log,
  });
  const services = createServices();
  const context: AnswerContext = { sandbox, random: options.random ?? Math.random, log };
  const source: WorldSource = { toSaved: sandbox.toSaved, revision: () => sandbox.revision };
  let savedRevision = 0;
  let saving: Promise<void> | undefined;
  /** Of requests that end together the later ones wait for the same save. */
  const saveChange = async (): Promise<void> => {
    if (savedRevision !== sandbox.revision) {
      savedRevision = sandbox.revision;
      saving = file?.saveChange(source);
    }
    await saving;
  };

  async function answer(request: WireRequest): Promise<WireResponse> {
    if (request.path.startsWith("/_sandbox/")) return answerControl(sandbox, request);
    const service = findService(services, request);
    if (service === undefined) {
      log(`sandbox: no such service: ${request.method} ${request.path.slice(0, 200)}`);
      return plain(404, "The sandbox has no such service.");
    }
    if (request.body.byteLength > service.maxBodyBytes) {
      return service.protocol.printError(generalError(service.errorStyle, "too-large"), sandbox.ids.uuid());
    }
    return answerRequest(context, service, request);
  }

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!isLoopbackHost(incoming.headers.host)) {
      sendResponse(outgoing, plain(403, "The sandbox answers to loopback names only."));
      return;
    }
    const body = await readBody(incoming, MAX_BODY_BYTES);
    const response =
      body === "too-large" ? plain(413, "Too large.") : await answer(toWireRequest(incoming, body));
    await saveChange();
    sendResponse(outgoing, response);
  }

  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error: unknown) => {
      // Most often the client went away in the middle of its request.
      if (!incoming.destroyed) log(`sandbox: request failed: ${String(error)}`);
      outgoing.destroy();
    });
  });
  // The SDK keeps connections for longer than node's five seconds, and would now and then write into a closing one.
  server.keepAliveTimeout = 65_000;
  let timer: NodeJS.Timeout | undefined;
  return {
    async listen(port = 0, host = "127.0.0.1") {
      // Before anybody waits for an answer: how large a new world is, only printing it tells.
      await saveChange();
      const address = await listen(server, port, host);
      timer = setInterval(() => {
        if (sandbox.settle() > 0) void saveChange();
      }, SETTLE_EVERY_MS);
      timer.unref();
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      return { url: `http://${name}:${String(address.port)}`, port: address.port };
    },
    async close() {
      clearInterval(timer);
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      await file?.save(source);
    },
    get world() {
      return sandbox.world;
    },
  };
}

/** The saved world, if any. One of another version of the sandbox is put aside, with a word about it. */
async function loadSaved(
  file: WorldFile | undefined,
  log: (line: string) => void,
): Promise<SavedWorld | undefined> {
  try {
    return await file?.load();
  } catch (error) {
    if (file === undefined || !(error instanceof SyntaxError)) throw error;
    const aside = await file.setAside(new Date());
    log(
      `sandbox: the saved world is not one of this version: kept as ${aside}, and a new world was begun. (${error.message})`,
    );
    return undefined;
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  if (!isLoopbackHost(host)) throw new RangeError(`The sandbox listens on loopback only, not on ${host}.`);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The sandbox has no port."));
      else resolve(address);
    });
  });
}

function plain(status: number, text: string): WireResponse {
  return { status, headers: { "content-type": "text/plain;charset=UTF-8" }, body: `${text}\n` };
}

function toWireRequest(incoming: IncomingMessage, body: Uint8Array): WireRequest {
  const target = incoming.url ?? "/";
  const queryAt = target.indexOf("?");
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as const],
  );
  return {
    method: incoming.method ?? "GET",
    path: queryAt === -1 ? target : target.slice(0, queryAt),
    query: new URLSearchParams(queryAt === -1 ? "" : target.slice(queryAt + 1)),
    headers: Object.fromEntries(headers),
    body,
  };
}
