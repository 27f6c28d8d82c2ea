import { accessSync, constants, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { sandboxEnvironment, withoutAws } from "./aws-environment.mjs";
import { bundleFolder, dataFolder, root } from "./paths.mjs";
import { choosePort } from "./ports.mjs";
import { startProgram, waitForLine } from "./processes.mjs";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** A reason not to start that the person can do something about: shown as one line. */
export class StartError extends Error {}

function prepareDataFolder(folder, reset) {
  try {
    if (reset) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written (${error.code ?? error.message}). Choose another one with MOORING_DATA_DIR.`,
    );
  }
}

async function startSandbox(environment, folder) {
  const env = { ...withoutAws(environment), PORT: "0", MOORING_DATA_DIR: folder };
  try {
    const { match } = await waitForLine(
      (onLine) => startProgram([path.join(bundleFolder, "sandbox.mjs")], { env, cwd: root, onLine }),
      /sandbox listening on (http:\/\/\S+)/,
      20_000,
    );
    return match[1];
  } catch (error) {
    throw new StartError(`The sandbox did not start: ${error.message}`);
  }
}

async function waitUntilHealthy(url, hasEnded) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (hasEnded()) return false;
    const isUp = await fetch(`${url}/api/health`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (isUp) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/**
 * Starts the built app, and the sandbox unless `aws`. Resolves when it answers.
 * @param {{ aws: boolean, reset?: boolean, environment?: NodeJS.ProcessEnv, onExit?: (code: number | null) => void, onLine?: (line: string) => void }} options
 * @returns {Promise<{ url: string, sandboxUrl: string | null, app: import("node:child_process").ChildProcess }>}
 */
export async function startMooring({ aws, reset = false, environment = process.env, onExit, onLine }) {
  const host = environment.HOST ?? "127.0.0.1";
  if (!loopback.has(host)) {
    throw new StartError(
      `HOST=${host} is refused: without sign-in Mooring listens on this machine only (127.0.0.1, localhost or ::1).`,
    );
  }
  const folder = dataFolder(environment);
  prepareDataFolder(folder, reset);
  const port = await choosePort(environment.PORT, host);
  const sandboxUrl = aws ? null : await startSandbox(environment, folder);
  const env = {
    ...(aws
      ? { ...environment, MOORING_AWS: "1" }
      : sandboxEnvironment(environment, { endpoint: sandboxUrl, dataFolder: folder })),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    PORT: String(port),
    HOST: host,
    MOORING_DATA_DIR: folder,
    MOORING_WORKER_DIR: bundleFolder,
  };
  const said = [];
  let ended = false;
  let isUp = false;
  const app = startProgram(
    [path.join(root, "node_modules/next/dist/bin/next"), "start", "--port", String(port), "--hostname", host],
    {
      env,
      cwd: root,
      onLine: (line) => {
        if (said.length < 200) said.push(line);
        onLine?.(line);
      },
    },
  );
  app.once("exit", (code) => {
    ended = true;
    // Before that, the reason is told below: whoever hears of the exit ends this process.
    if (isUp) onExit?.(code);
  });
  const url = `http://${host === "::1" ? "[::1]" : host}:${port}`;
  if (!(await waitUntilHealthy(url, () => ended))) {
    const reason = said.find((line) => /mooring:|error/i.test(line)) ?? said.at(-1) ?? "it said nothing";
    throw new StartError(`Mooring did not start: ${reason.trim().replace(/^mooring: cannot start: /, "")}`);
  }
  isUp = true;
  return { url, sandboxUrl, app };
}
