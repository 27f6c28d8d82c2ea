import { EC2Client } from "@aws-sdk/client-ec2";
import { afterAll } from "vitest";
import { startSandbox, type TestSandbox } from "./with-sandbox";

/** The demo in a sandbox for a file's tests, and its administrator's EC2 client. Await it at the file's top: it ends with the tests. */
export async function startEc2(): Promise<{ sandbox: TestSandbox; ec2: EC2Client }> {
  const sandbox = await startSandbox();
  const ec2 = new EC2Client(sandbox.clientConfig());
  afterAll(async () => {
    ec2.destroy();
    await sandbox.close();
  });
  return { sandbox, ec2 };
}
