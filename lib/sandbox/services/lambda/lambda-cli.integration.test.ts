import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { withSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { CONNECTION, EMPTY_ZIP, layOutAccount, VPC_ROLE } from "./lambda-world.test-builder";

const isInstalled = spawnSync("aws", ["--version"]).status === 0;
if (!isInstalled) process.stdout.write("The aws CLI is not installed: 1 test of Lambda did not run.\n");

/** Runs the CLI with nothing of the machine's own AWS settings. Resolves to its JSON; rejects with its words on stderr. */
async function aws(sandbox: TestSandbox, args: readonly string[]): Promise<unknown> {
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

it.skipIf(!isInstalled && process.env["CI"] !== "true")(
  "the aws CLI creates a function, attaches it, sees it settle, detaches and deletes it",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "mooring-cli-"));
    const zip = join(folder, "code.zip");
    await writeFile(zip, EMPTY_ZIP);
    try {
      await withSandbox({ scenario: "empty", speed: 1 }, async (sandbox) => {
        layOutAccount(sandbox.world);
        const named = ["--function-name", "orders"];
        const lambda = (operation: string, ...args: string[]) =>
          aws(sandbox, ["lambda", ...operation.split(" "), ...named, ...args]);
        const attach = `SubnetIds=${CONNECTION.SubnetIds.join(",")},SecurityGroupIds=${CONNECTION.SecurityGroupIds.join(",")}`;

        const create = ["--runtime", "nodejs22.x", "--handler", "index.handler", "--role", VPC_ROLE];
        expect(await lambda("create-function", ...create, "--zip-file", `fileb://${zip}`)).toMatchObject({
          State: "Pending",
          StateReasonCode: "Creating",
        });
        await sandbox.control("POST", "advance", { seconds: 5 });
        expect(await lambda("get-function")).toMatchObject({ Configuration: { State: "Active" } });

        expect(await lambda("update-function-configuration", "--vpc-config", attach)).toMatchObject({
          LastUpdateStatus: "InProgress",
          VpcConfig: { ...CONNECTION, VpcId: "vpc-0main" },
        });
        await expect(lambda("update-function-configuration", "--timeout", "9")).rejects.toThrow(
          /\(ResourceConflictException\) .*An update is in progress for resource: arn:/,
        );
        await sandbox.control("POST", "advance", { seconds: 75 });
        await lambda("wait function-updated-v2");
        expect(
          await aws(sandbox, [
            "ec2",
            "describe-network-interfaces",
            "--filters",
            "Name=interface-type,Values=lambda",
          ]),
        ).toMatchObject({ NetworkInterfaces: [{ Status: "in-use" }, { Status: "in-use" }] });

        const detach = "SubnetIds=[],SecurityGroupIds=[]";
        expect(await lambda("update-function-configuration", "--vpc-config", detach)).toMatchObject({
          VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: "", Ipv6AllowedForDualStack: false },
        });
        await sandbox.control("POST", "advance", { seconds: 10 });
        await lambda("delete-function");
        await expect(lambda("get-function")).rejects.toThrow(
          /\(ResourceNotFoundException\) .*Function not found: arn:aws:lambda:eu-west-1:123456789012:function:orders/,
        );
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
