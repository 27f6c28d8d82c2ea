import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAwsClients } from "./aws-clients";
import { describeVpcs } from "./ec2";
import { listRoles } from "./iam";
import { listFunctions } from "./lambda";
import { getCallerIdentity } from "./sts";

const region = "eu-west-1";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mooring-aws-"));
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_CONFIG_FILE", path.join(folder, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", path.join(folder, "credentials"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("clients in sandbox mode", () => {
  const refused = { name: "NotLoopbackError" };

  it("refuse AWS's own endpoints, for every service", async () => {
    const scope = { aws: createAwsClients({ mode: "sandbox", region }) };
    for (const call of [
      describeVpcs(scope, {}),
      listFunctions(scope, {}),
      listRoles(scope, {}),
      getCallerIdentity(scope),
    ]) {
      await expect(call).rejects.toMatchObject(refused);
    }
  });

  it("refuse an endpoint that a variable gives to one service", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    vi.stubEnv("AWS_ENDPOINT_URL_EC2", "http://ec2.example.test");
    const scope = { aws: createAwsClients({ mode: "sandbox", region, maxAttempts: 1 }) };
    await expect(describeVpcs(scope, {})).rejects.toMatchObject({ ...refused, host: "ec2.example.test" });
    await expect(listFunctions(scope, {})).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("refuse an endpoint that a profile holds", async () => {
    writeFileSync(path.join(folder, "config"), "[default]\nendpoint_url = http://profile.example.test\n");
    const scope = { aws: createAwsClients({ mode: "sandbox", region }) };
    await expect(describeVpcs(scope, {})).rejects.toMatchObject({ ...refused, host: "profile.example.test" });
  });

  it("send no credentials but dummies", async () => {
    writeFileSync(
      path.join(folder, "credentials"),
      "[default]\naws_access_key_id = REAL\naws_secret_access_key = real\n",
    );
    const credentials = await createAwsClients({ mode: "sandbox", region }).ec2().config.credentials();
    expect(credentials.accessKeyId).toBe("sandbox");
  });
});

describe("clients", () => {
  it("are shared per service and region", () => {
    const aws = createAwsClients({ mode: "sandbox", region });
    expect(aws.ec2()).toBe(aws.ec2(region));
    expect(aws.ec2("us-east-1")).not.toBe(aws.ec2());
  });

  it("print no notice of the SDK's", () => {
    const warn = vi.spyOn(process, "emitWarning");
    createAwsClients({ mode: "sandbox", region }).lambda();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
