import {
  AssociateRouteTableCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { readCalls } from "@/lib/core/network/calls";
import { effectiveRouteTable } from "@/lib/core/network/routing/effective-route-table";
import { hasMoto, startMoto, type MotoServer } from "@/lib/testing/start-moto";
import { createAwsClients, type AwsClients } from "../../aws/aws-clients";
import { listLambdaRoles } from "../../aws/roles/list-lambda-roles";
import { collectCapture, type CollectedCapture } from "./collect-capture.test-builder";

const region = "eu-west-1";
const isHere = hasMoto();
if (!isHere) {
  const line = "moto_server is not on PATH: collecting from it was not tested.";
  if (process.env["CI"] === "true") throw new Error(line);
  process.stdout.write(`${line}\n`);
}

describe.skipIf(!isHere)("collecting from moto_server", () => {
  let moto: MotoServer;
  let world: World;
  let aws: AwsClients;
  let collected: CollectedCapture;
  beforeAll(async () => {
    moto = await startMoto();
    const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
    world = await buildWorld({ endpoint: moto.url, region, credentials });
    aws = createAwsClients({ mode: "sandbox", region, endpoint: moto.url, credentials });
    collected = await collectCapture({ aws, region });
  }, 120_000);
  afterAll(async () => {
    aws.destroy();
    await moto.stop();
  });

  it("reads every call or names it as a gap", () => {
    const { capture, outage } = collected;
    expect(outage).toBeUndefined();
    expect(capture.accountId).toBe("123456789012");
    expect(capture.coverage.map(({ call }) => call).sort()).toEqual([...readCalls].sort());
    for (const { call, status, error } of capture.coverage) {
      expect(status === "ok" || error?.code !== undefined, `${call} is ${status}`).toBe(true);
    }
    const calls = [
      "DescribeVpcs",
      "DescribeSubnets",
      "DescribeSecurityGroups",
      "ListFunctions",
      "GetFunction",
    ];
    expect(
      capture.coverage.filter(({ call, status }) => calls.includes(call) && status === "ok"),
    ).toHaveLength(5);
  });

  it("finds what was made through the SDK, the function's VPC by its subnets", () => {
    const network = buildNetwork({ captures: [collected.capture] });
    expect(network.vpcs.has(world.vpcId)).toBe(true);
    const [connection, ...others] = [...network.connections.values()];
    expect(others).toEqual([]);
    expect(connection).toMatchObject({ vpcId: world.vpcId, securityGroupIds: [world.groupId] });
    expect(connection?.subnetIds).toEqual([...world.subnetIds].sort());
    expect([...network.functionStates.values()].map(({ resource }) => resource.State)).toEqual(["Active"]);
    const [subnetId = ""] = world.subnetIds;
    expect(effectiveRouteTable(network, subnetId)).toMatchObject({
      routeTable: { resource: { RouteTableId: world.routeTableId } },
    });
  });

  it("lists the role that Lambda may assume, and no other", async () => {
    expect((await listLambdaRoles({ aws })).map(({ RoleName }) => RoleName)).toEqual(["functions"]);
  });
});

interface World {
  vpcId: string;
  subnetIds: string[];
  groupId: string;
  routeTableId: string;
}

async function buildWorld(config: {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}): Promise<World> {
  const ec2 = new EC2Client(config);
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" }));
  const VpcId = Vpc?.VpcId;
  const subnetIds: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const AvailabilityZone = `${region}${zone}`;
    const made = await ec2.send(
      new CreateSubnetCommand({ VpcId, CidrBlock: `10.9.${String(index)}.0/24`, AvailabilityZone }),
    );
    subnetIds.push(made.Subnet?.SubnetId ?? "");
  }
  const group = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId, GroupName: "functions", Description: "Functions" }),
  );
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const [SubnetId] = subnetIds;
  await ec2.send(new AssociateRouteTableCommand({ RouteTableId: RouteTable?.RouteTableId, SubnetId }));
  const iam = new IAMClient(config);
  const roleArns: string[] = [];
  for (const service of ["ec2", "lambda"]) {
    const trust = {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: `${service}.amazonaws.com` },
    };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
    const RoleName = service === "lambda" ? "functions" : "instances";
    roleArns.push(
      (await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))).Role?.Arn ?? "",
    );
  }
  await new LambdaClient(config).send(
    new CreateFunctionCommand({
      FunctionName: "orders",
      Role: roleArns[1],
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Code: { ZipFile: Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64") },
      VpcConfig: { SubnetIds: subnetIds, SecurityGroupIds: [group.GroupId ?? ""] },
    }),
  );
  return {
    vpcId: VpcId ?? "",
    subnetIds,
    groupId: group.GroupId ?? "",
    routeTableId: RouteTable?.RouteTableId ?? "",
  };
}
