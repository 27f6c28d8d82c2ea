import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hasAwsCli, runAws } from "@/lib/testing/aws-cli";
import { withSandbox } from "@/lib/testing/with-sandbox";
import { CONNECTION, EMPTY_ZIP, layOutAccount, VPC_ROLE } from "./lambda-world.test-builder";

const isInstalled = hasAwsCli();
if (!isInstalled) process.stdout.write("The aws CLI is not installed: 1 test of Lambda did not run.\n");

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
          runAws(sandbox, ["lambda", ...operation.split(" "), ...named, ...args]);
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
          await runAws(sandbox, [
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
