import { requireNode } from "./setup/node-version.mjs";

requireNode();

// After the check: an older Node has no parseArgs, and would end with a stack trace instead of the line above.
const { parseArgs } = await import("node:util");
const { ensureBuild } = await import("./setup/build.mjs");
const { ensureDependencies } = await import("./setup/dependencies.mjs");
const { stopPrograms } = await import("./setup/processes.mjs");
const { StartError, startMooring } = await import("./setup/start-mooring.mjs");

const usage = `npm start [-- options]
  --aws     look at the AWS account of the SDK's standard chain (AWS_PROFILE, AWS_REGION, …) instead of the sandbox
  --reset   begin anew: forget the embedded database and the sandbox's world
  --help    show this`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { aws: { type: "boolean" }, reset: { type: "boolean" }, help: { type: "boolean" } },
    });
    return values;
  } catch (error) {
    console.error(`${error.message.split(".")[0]}.\n${usage}`);
    process.exit(1);
  }
}

async function stop(code) {
  await stopPrograms();
  process.exit(code);
}

async function describe(url) {
  const response = await fetch(`${url}/api/environment`);
  if (!response.ok) return "where it looks is not known yet";
  const { mode, accountId, region, endpoint, identityError } = await response.json();
  const account =
    accountId === null ? `account unknown (${identityError ?? "not read"})` : `account ${accountId}`;
  const where = mode === "sandbox" ? "the built-in sandbox, nothing real" : "REAL AWS";
  return `${where} · ${account} · ${region} · ${endpoint ?? "AWS's own endpoints"}`;
}

const options = readArguments();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const aws = options.aws === true || process.env.MOORING_AWS === "1";

process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));

ensureDependencies();
await ensureBuild();
try {
  const { url } = await startMooring({
    aws,
    reset: options.reset === true,
    onLine: (line) => {
      if (/error|warn/i.test(line)) console.error(line);
    },
    onExit: (code) => void stop(code ?? 1),
  });
  console.log(`\n  Mooring   ${url}\n  looks at  ${await describe(url)}\n  stop with Ctrl+C\n`);
} catch (error) {
  // Also after a bug: the sandbox would go on without anybody to stop it.
  console.error(error instanceof StartError ? error.message : error);
  await stop(1);
}
