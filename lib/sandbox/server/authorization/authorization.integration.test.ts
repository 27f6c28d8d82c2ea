import {
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import {
  CreateFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { DecodeAuthorizationMessageCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let admin: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  admin = new IAMClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

/** A new user who may do just this. Returns what a client of that user is built with. */
async function userWith(UserName: string, ...statements: object[]) {
  await admin.send(new CreateUserCommand({ UserName }));
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  await admin.send(new PutUserPolicyCommand({ UserName, PolicyName: "own", PolicyDocument }));
  const { AccessKey } = await admin.send(new CreateAccessKeyCommand({ UserName }));
  const credentials = { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: "any" };
  return { ...sandbox.clientConfig(), credentials };
}

const allow = (Action: string | string[], rest: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...rest,
});

async function messageOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe("EC2", () => {
  it("tells who was denied what, in a message that STS decodes", async () => {
    const [subnet] = sandbox.regionWorld().subnets;
    const ec2 = new EC2Client(sandbox.clientConfig("readOnly"));
    const call = ec2.send(new DeleteSubnetCommand({ SubnetId: subnet?.SubnetId }));
    await expect(call).rejects.toMatchObject({
      name: "UnauthorizedOperation",
      $metadata: { httpStatusCode: 403 },
    });
    const message = await messageOf(call);
    const resource = `arn:aws:ec2:eu-west-1:123456789012:subnet/${subnet?.SubnetId ?? ""}`;
    expect(message).toContain(
      `You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/read-only is not authorized to perform: ec2:DeleteSubnet on resource: ${resource} because no identity-based policy allows the ec2:DeleteSubnet action. Encoded authorization failure message: `,
    );
    const EncodedMessage = message.split("failure message: ")[1] ?? "";
    const sts = new STSClient(sandbox.clientConfig());
    const { DecodedMessage } = await sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage }));
    expect(JSON.parse(DecodedMessage ?? "")).toMatchObject({
      allowed: false,
      explicitDeny: false,
      context: {
        principal: { arn: "arn:aws:iam::123456789012:user/read-only" },
        action: "ec2:DeleteSubnet",
        resource,
        conditions: {
          items: expect.arrayContaining([
            { key: "ec2:Region", values: { items: [{ value: "eu-west-1" }] } },
          ]) as unknown,
        },
      },
    });
    await expect(
      sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage: `x${EncodedMessage}` })),
    ).rejects.toMatchObject({ name: "InvalidAuthorizationMessageException" });
    const readOnly = new STSClient(sandbox.clientConfig("readOnly"));
    await expect(
      readOnly.send(new DecodeAuthorizationMessageCommand({ EncodedMessage })),
    ).rejects.toMatchObject({ name: "AccessDenied" });
  });

  it("answers DryRun by the caller's rights", async () => {
    const input = { SubnetId: sandbox.regionWorld().subnets[0]?.SubnetId, DryRun: true };
    const readOnly = new EC2Client(sandbox.clientConfig("readOnly"));
    await expect(readOnly.send(new DeleteSubnetCommand(input))).rejects.toMatchObject({
      name: "UnauthorizedOperation",
    });
    await expect(
      new EC2Client(sandbox.clientConfig()).send(new DeleteSubnetCommand(input)),
    ).rejects.toMatchObject({ name: "DryRunOperation", $metadata: { httpStatusCode: 412 } });
  });

  it("minds the region, the VPC and the tags of what is named", async () => {
    const groups = sandbox.regionWorld().securityGroups;
    const inVpc = groups.find((group) => group.GroupName === "orders-functions");
    const elsewhere = groups.find((group) => group.VpcId !== inVpc?.VpcId);
    const vpc = `arn:aws:ec2:eu-west-1:123456789012:vpc/${inVpc?.VpcId ?? ""}`;
    const config = await userWith(
      "groups",
      allow("ec2:DeleteSecurityGroup", { Condition: { ArnEquals: { "ec2:Vpc": vpc } } }),
      allow("ec2:DescribeVpcs", { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }),
    );
    const ec2 = new EC2Client(config);
    const remove = (GroupId: string | undefined) =>
      ec2.send(new DeleteSecurityGroupCommand({ GroupId, DryRun: true }));
    await expect(remove(inVpc?.GroupId)).rejects.toMatchObject({ name: "DryRunOperation" });
    await expect(remove(elsewhere?.GroupId)).rejects.toMatchObject({ name: "UnauthorizedOperation" });
    await expect(ec2.send(new DescribeVpcsCommand({}))).resolves.toBeDefined();
    const american = new EC2Client({ ...config, region: "us-east-1" });
    await expect(american.send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: "UnauthorizedOperation",
    });
  });

  it("judges a creation by what it makes, where it makes it, and how it is tagged", async () => {
    const [vpc] = sandbox.regionWorld().vpcs;
    const group = "arn:aws:ec2:eu-west-1:123456789012:security-group/*";
    const ec2 = new EC2Client(
      await userWith(
        "creator",
        allow("ec2:CreateSecurityGroup"),
        allow("ec2:CreateTags", {
          Resource: group,
          Condition: {
            StringEquals: { "ec2:CreateAction": "CreateSecurityGroup", "aws:RequestTag/team": "shop" },
          },
        }),
      ),
    );
    const create = (team: string) =>
      ec2.send(
        new CreateSecurityGroupCommand({
          GroupName: "made",
          Description: "made",
          VpcId: vpc?.VpcId,
          TagSpecifications: [{ ResourceType: "security-group", Tags: [{ Key: "team", Value: team }] }],
          DryRun: true,
        }),
      );
    await expect(create("shop")).rejects.toMatchObject({ name: "DryRunOperation" });
    expect(await messageOf(create("other"))).toContain(
      `is not authorized to perform: ec2:CreateTags on resource: ${group}`,
    );
  });
});

describe("Lambda", () => {
  it("tells functions apart by name, tag and qualifier", async () => {
    const lambda = new LambdaClient(
      await userWith(
        "reader",
        allow("lambda:GetFunction", { Condition: { StringEquals: { "aws:ResourceTag/team": "orders" } } }),
      ),
    );
    const get = (FunctionName: string) => lambda.send(new GetFunctionCommand({ FunctionName }));
    await expect(get("orders-api")).resolves.toBeDefined();
    await expect(get("123456789012:function:orders-api")).resolves.toBeDefined();
    await expect(get("pricing-rules")).rejects.toMatchObject({
      name: "AccessDeniedException",
      message:
        "User: arn:aws:iam::123456789012:user/reader is not authorized to perform: lambda:GetFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:pricing-rules because no identity-based policy allows the lambda:GetFunction action",
    });
  });

  it("lets policies bind functions to VPCs, subnets and groups", async () => {
    const region = sandbox.regionWorld();
    const [subnet] = region.subnets.filter((candidate) => candidate.MapPublicIpOnLaunch !== true);
    const group = region.securityGroups.find((candidate) => candidate.VpcId === subnet?.VpcId);
    const deny = {
      Effect: "Deny",
      Action: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
      Resource: "*",
    };
    const lambda = new LambdaClient(
      await userWith(
        "mooring",
        allow("*"),
        { ...deny, Condition: { StringNotEquals: { "lambda:VpcIds": subnet?.VpcId } } },
        { ...deny, Condition: { "ForAnyValue:StringEquals": { "lambda:SecurityGroupIds": "sg-forbidden" } } },
      ),
    );
    const FunctionName = "orders-api";
    const update = (SecurityGroupIds: string[]) =>
      lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName,
          VpcConfig: { SubnetIds: [subnet?.SubnetId ?? ""], SecurityGroupIds },
        }),
      );
    await expect(update(["sg-forbidden"])).rejects.toThrow(
      "with an explicit deny in an identity-based policy",
    );
    await expect(update([group?.GroupId ?? ""])).resolves.toMatchObject({ LastUpdateStatus: "InProgress" });
    const outside = new CreateFunctionCommand({
      FunctionName: "outside",
      Role: "arn:aws:iam::123456789012:role/service-role/lambda-vpc-role",
      Code: { ZipFile: new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]) },
      Runtime: "nodejs22.x",
      Handler: "index.handler",
    });
    await expect(lambda.send(outside)).rejects.toThrow("explicit deny");
  });

  it("asks for the right to tag where a function is created with tags", async () => {
    const lambda = new LambdaClient(
      await userWith("untagged", allow(["lambda:CreateFunction", "iam:PassRole"])),
    );
    const create = new CreateFunctionCommand({
      FunctionName: "tagged",
      Role: "arn:aws:iam::123456789012:role/service-role/lambda-vpc-role",
      Code: { ZipFile: new Uint8Array([1]) },
      Tags: { a: "b" },
    });
    await expect(lambda.send(create)).rejects.toThrow("not authorized to perform: lambda:TagResource");
  });
});
