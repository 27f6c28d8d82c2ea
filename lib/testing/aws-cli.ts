import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import type { TestSandbox } from "./with-sandbox";

/** Whether the aws CLI is installed here. */
export function hasAwsCli(): boolean {
  return spawnSync("aws", ["--version"]).status === 0;
}

/**
 * Runs the CLI as the sandbox's administrator, with nothing of the machine's own AWS settings. Resolves to its JSON, or to
 * `undefined` where it prints nothing; rejects with its words on stderr.
 */
export async function runAws(sandbox: TestSandbox, args: readonly string[]): Promise<unknown> {
  const { accessKeyId, secretAccessKey } = sandbox.credentials;
  const { stdout } = await promisify(execFile)(
    "aws",
    ["--endpoint-url", sandbox.url, "--region", sandbox.region, "--output", "json", ...args],
    {
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        NODE_ENV: "test",
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_CONFIG_FILE: "/dev/null",
        AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
        AWS_PAGER: "",
        AWS_MAX_ATTEMPTS: "1",
      },
    },
  );
  return stdout.trim() === "" ? undefined : JSON.parse(stdout);
}
