import { CreateSecurityGroupCommand, DescribeSecurityGroupsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  AttachRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { LambdaClient, UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let iam: IAMClient;
let lambda: LambdaClient;

beforeAll(async () => {
  sandbox = await startSandbox({ consistency: { createMs: 20_000, roleMs: 20_000 } });
  ec2 = new EC2Client(sandbox.clientConfig());
  iam = new IAMClient(sandbox.clientConfig());
  lambda = new LambdaClient(sandbox.clientConfig());
});
beforeEach(() => sandbox.control("POST", "consistency", { createMs: 20_000, roleMs: 20_000 }));
afterAll(() => sandbox.close());

const later = () => sandbox.control("POST", "advance", { seconds: 21 });

async function makeGroup(GroupName: string): Promise<string> {
  const VpcId = sandbox.regionWorld().vpcs[0]?.VpcId;
  const { GroupId = "" } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName, Description: "fresh", VpcId }),
  );
  return GroupId;
}

const byName = async (name: string) => {
  const Filters = [{ Name: "group-name", Values: [name] }];
  return (await ec2.send(new DescribeSecurityGroupsCommand({ Filters }))).SecurityGroups;
};

describe("with eventual consistency", () => {
  it("what was just made is not found by its id and missed by lists, until it is", async () => {
    const GroupId = await makeGroup("fresh-group");
    const read = () => ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
    await expect(read()).rejects.toMatchObject({ name: "InvalidGroup.NotFound" });
    expect(await byName("fresh-group")).toEqual([]);
    expect((await ec2.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups?.length).toBeGreaterThan(5);
    await later();
    expect((await read()).SecurityGroups?.[0]?.GroupId).toBe(GroupId);
    expect(await byName("fresh-group")).toHaveLength(1);
  });

  it("a role's new right counts for Lambda only after a while, although IAM itself shows it", async () => {
    const region = sandbox.regionWorld();
    const RoleName = "lambda-basic-role";
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const fn = region.functions.find((candidate) => candidate.versions[0]?.Role === Role?.Arn);
    const connection = region.functions.find((candidate) => candidate.versions[0]?.VpcConfig !== undefined)
      ?.versions[0]?.VpcConfig;
    const attach = () =>
      lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName: fn?.versions[0]?.FunctionName,
          VpcConfig: { SubnetIds: connection?.SubnetIds, SecurityGroupIds: connection?.SecurityGroupIds },
        }),
      );
    const PolicyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    const shown = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(shown.AttachedPolicies?.map((policy) => policy.PolicyArn)).toContain(PolicyArn);
    await expect(attach()).rejects.toThrow("does not have permissions to call CreateNetworkInterface on EC2");
    await later();
    await expect(attach()).resolves.toMatchObject({ LastUpdateStatus: "InProgress" });
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  });

  it("is switched off by the control", async () => {
    expect(await sandbox.control("POST", "consistency", {})).toMatchObject({
      consistency: { createMs: 0, roleMs: 0 },
    });
    await makeGroup("plain-group");
    expect(await byName("plain-group")).toHaveLength(1);
  });
});
