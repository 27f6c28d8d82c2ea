import { AssociateRouteTableCommand, CreateRouteTableCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { readCalls } from "@/lib/core/network/calls";
import { effectiveRouteTable } from "@/lib/core/network/routing/effective-route-table";
import {
  buildMotoAccount,
  createServiceRole,
  type MotoAccount,
  type MotoClientConfig,
} from "@/lib/testing/build-moto-account";
import { hasMoto, startMoto, type MotoServer } from "@/lib/testing/start-moto";
import { createAwsClients, type AwsClients } from "../../aws/aws-clients";
import { listLambdaRoles } from "../../aws/roles/list-lambda-roles";
import { collectCapture, type CollectedCapture } from "./collect-capture.test-builder";

const region = "eu-west-1";
const isHere = hasMoto("collecting from it was not tested");

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

interface World extends MotoAccount {
  routeTableId: string;
}

async function buildWorld(config: MotoClientConfig): Promise<World> {
  const account = await buildMotoAccount(config);
  const { vpcId, subnetIds, groupId, roleArn } = account;
  const ec2 = new EC2Client(config);
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: vpcId }));
  const [SubnetId] = subnetIds;
  await ec2.send(new AssociateRouteTableCommand({ RouteTableId: RouteTable?.RouteTableId, SubnetId }));
  await createServiceRole(config, "instances", "ec2");
  await new LambdaClient(config).send(
    new CreateFunctionCommand({
      FunctionName: "orders",
      Role: roleArn,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Code: { ZipFile: Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64") },
      VpcConfig: { SubnetIds: subnetIds, SecurityGroupIds: [groupId] },
    }),
  );
  return { ...account, routeTableId: RouteTable?.RouteTableId ?? "" };
}
