import { createSandboxServer } from "./server/create-sandbox-server";

/** A number from the environment, or undefined where it is not set. Throws RangeError for what is no number. */
function numberFrom(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must be a number, not ${text}.`);
  return value;
}

/** `on` or `off` from the environment, or undefined where it is not set. Throws RangeError for anything else. */
function switchFrom(name: string): boolean | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  if (text !== "on" && text !== "off") throw new RangeError(`${name} must be on or off, not ${text}.`);
  return text === "on";
}

async function main(): Promise<void> {
  const speed = numberFrom("MOORING_SANDBOX_SPEED");
  const scenario = process.env["MOORING_SANDBOX_SCENARIO"];
  const dataFolder = process.env["MOORING_DATA_DIR"];
  const rates = switchFrom("MOORING_SANDBOX_RATES") ?? true;
  const server = await createSandboxServer({
    rates,
    ...(speed === undefined ? {} : { speed }),
    ...(scenario ? { scenario } : {}),
    ...(dataFolder ? { dataFolder } : {}),
  });
  const { url } = await server.listen(numberFrom("PORT") ?? 0);
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`sandbox: could not save the world: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(`sandbox listening on ${url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
