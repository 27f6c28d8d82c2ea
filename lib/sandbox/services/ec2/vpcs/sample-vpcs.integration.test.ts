import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AllocateAddressCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateVpcEndpointCommand,
  DeleteInternetGatewayCommand,
  DeleteNatGatewayCommand,
  DeleteRouteTableCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeTagsCommand,
  DetachInternetGatewayCommand,
  DisassociateRouteTableCommand,
  ModifySubnetAttributeCommand,
  ReleaseAddressCommand,
  waitUntilNatGatewayAvailable,
  waitUntilNatGatewayDeleted,
  type EC2Client,
} from "@aws-sdk/client-ec2";
import { AttachRolePolicyCommand, CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  InvokeCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRequest } from "@/lib/sandbox/services/lambda/lambda-world.test-builder";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls, type NetworkCalls } from "./network.test-builder";

const REGION = "eu-west-1";
const WAIT = { maxWaitTime: 10, minDelay: 1, maxDelay: 1 };
const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const VPC_POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

let sandbox: TestSandbox;
let calls: NetworkCalls;
let roleArn: string;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  calls = networkCalls(sandbox, REGION);
  const iam = new IAMClient(sandbox.clientConfig());
  const RoleName = "in-the-vpc";
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST }));
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: VPC_POLICY }));
  roleArn = Role?.Arn ?? "";
});
afterAll(() => sandbox.close());

/** A table that these subnets use. Returns its id and its associations'. */
async function createTable(ec2: EC2Client, VpcId: string, subnetIds: readonly string[]) {
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const RouteTableId = RouteTable?.RouteTableId ?? "";
  const associationIds = [];
  for (const SubnetId of subnetIds) {
    const { AssociationId } = await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
    associationIds.push(AssociationId ?? "");
  }
  return { RouteTableId, associationIds };
}

/** The templates' endpoints for S3 and DynamoDB, in one table. */
async function createEndpoints(ec2: EC2Client, VpcId: string, RouteTableId: string): Promise<string[]> {
  const ids = [];
  for (const service of ["s3", "dynamodb"]) {
    const { VpcEndpoint } = await ec2.send(
      new CreateVpcEndpointCommand({
        VpcId,
        ServiceName: `com.amazonaws.${REGION}.${service}`,
        RouteTableIds: [RouteTableId],
      }),
    );
    ids.push(VpcEndpoint?.VpcEndpointId ?? "");
  }
  return ids;
}

/** Runs a function in subnets of the VPC, and takes it and its interfaces away again. */
async function useFromFunction(VpcId: string, SubnetIds: string[]): Promise<void> {
  const { ec2, pass } = calls;
  const lambda = new LambdaClient(sandbox.clientConfig());
  const FunctionName = "visitor";
  const { SecurityGroups } = await ec2.send(
    new DescribeSecurityGroupsCommand({ Filters: [{ Name: "vpc-id", Values: [VpcId] }] }),
  );
  const SecurityGroupIds = [SecurityGroups?.[0]?.GroupId ?? ""];
  await lambda.send(
    new CreateFunctionCommand(
      createRequest({ FunctionName, Role: roleArn, VpcConfig: { SubnetIds, SecurityGroupIds } }),
    ),
  );
  await pass(300);
  await waitUntilFunctionActiveV2({ client: lambda, ...WAIT }, { FunctionName });
  expect((await lambda.send(new InvokeCommand({ FunctionName }))).StatusCode).toBe(200);
  const interfaces = async () =>
    (await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces?.filter(
      (eni) => eni.InterfaceType === "lambda",
    ).map((eni) => eni.SubnetId);
  expect((await interfaces())?.sort()).toEqual([...SubnetIds].sort());
  await lambda.send(new DeleteFunctionCommand({ FunctionName }));
  await expect(ec2.send(new DeleteSubnetCommand({ SubnetId: SubnetIds[0] }))).rejects.toMatchObject({
    name: "DependencyViolation",
  });
  await pass(2000);
  expect(await interfaces()).toEqual([]);
}

async function removeTables(tables: readonly { RouteTableId: string; associationIds: string[] }[]) {
  for (const { RouteTableId, associationIds } of tables) {
    for (const AssociationId of associationIds) {
      await calls.ec2.send(new DisassociateRouteTableCommand({ AssociationId }));
    }
    await calls.ec2.send(new DeleteRouteTableCommand({ RouteTableId }));
  }
}

/** What the region still holds: lists that are not empty, by name. AWS's own sets stay, as on AWS. */
function leftovers(): string[] {
  const own = Object.entries(sandbox.regionWorld()).filter(
    ([name]) => !["availabilityZones", "dhcpOptions", "managedPrefixLists"].includes(name),
  );
  return own.filter(([, value]) => Array.isArray(value) && value.length > 0).map(([name]) => name);
}

describe("the developer guide's sample VPCs", () => {
  it("vpc-private is built, used by a function and taken down, and nothing is left", async () => {
    const { ec2, pass, createVpc, createSubnet } = calls;
    const VpcId = await createVpc({
      CidrBlock: "172.31.0.0/16",
      TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "Name", Value: "lambda-vpc-private" }] }],
    });
    const subnets = [
      await createSubnet(VpcId, "172.31.3.0/24", { AvailabilityZone: "eu-west-1a" }),
      await createSubnet(VpcId, "172.31.2.0/24", { AvailabilityZone: "eu-west-1b" }),
    ];
    const table = await createTable(ec2, VpcId, subnets);
    const endpoints = await createEndpoints(ec2, VpcId, table.RouteTableId);
    await pass(120);
    const { RouteTables } = await ec2.send(
      new DescribeRouteTablesCommand({ RouteTableIds: [table.RouteTableId] }),
    );
    expect(RouteTables?.[0]?.Routes?.map((route) => route.GatewayId)).toEqual(["local", ...endpoints]);
    await useFromFunction(VpcId, subnets);
    await expect(ec2.send(new DeleteVpcCommand({ VpcId }))).rejects.toMatchObject({
      name: "DependencyViolation",
    });
    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: endpoints }));
    await pass(600);
    await removeTables([table]);
    for (const SubnetId of subnets) await ec2.send(new DeleteSubnetCommand({ SubnetId }));
    await ec2.send(new DeleteVpcCommand({ VpcId }));
    // Deleted endpoints are still listed for a while; the tags make the sandbox settle before one looks.
    await pass(4000);
    expect((await ec2.send(new DescribeTagsCommand({}))).Tags).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it("vpc-privatepublic is built, used by a function and taken down, and nothing is left", async () => {
    const { ec2, pass, createVpc, createSubnet } = calls;
    const VpcId = await createVpc({ CidrBlock: "172.31.0.0/16" });
    const publicSubnet = await createSubnet(VpcId, "172.31.0.0/24", { AvailabilityZone: "eu-west-1a" });
    await ec2.send(
      new ModifySubnetAttributeCommand({ SubnetId: publicSubnet, MapPublicIpOnLaunch: { Value: true } }),
    );
    const privateSubnets = [
      await createSubnet(VpcId, "172.31.3.0/24", { AvailabilityZone: "eu-west-1a" }),
      await createSubnet(VpcId, "172.31.2.0/24", { AvailabilityZone: "eu-west-1b" }),
    ];
    const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
    const InternetGatewayId = InternetGateway?.InternetGatewayId;
    await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId }));
    const everywhere = { DestinationCidrBlock: "0.0.0.0/0" };
    const open = await createTable(ec2, VpcId, [publicSubnet]);
    await ec2.send(
      new CreateRouteCommand({
        ...everywhere,
        RouteTableId: open.RouteTableId,
        GatewayId: InternetGatewayId,
      }),
    );
    const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: "vpc" }));
    const { NatGateway } = await ec2.send(
      new CreateNatGatewayCommand({ SubnetId: publicSubnet, AllocationId }),
    );
    const NatGatewayId = NatGateway?.NatGatewayId ?? "";
    await pass(120);
    await waitUntilNatGatewayAvailable({ client: ec2, ...WAIT }, { NatGatewayIds: [NatGatewayId] });
    const closed = await createTable(ec2, VpcId, privateSubnets);
    await ec2.send(
      new CreateRouteCommand({ ...everywhere, RouteTableId: closed.RouteTableId, NatGatewayId }),
    );
    const endpoints = await createEndpoints(ec2, VpcId, closed.RouteTableId);
    await pass(120);
    await useFromFunction(VpcId, privateSubnets);
    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: endpoints }));
    await ec2.send(new DeleteNatGatewayCommand({ NatGatewayId }));
    await expect(
      ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId })),
    ).rejects.toMatchObject({ name: "DependencyViolation" });
    await pass(600);
    await waitUntilNatGatewayDeleted({ client: ec2, ...WAIT }, { NatGatewayIds: [NatGatewayId] });
    await ec2.send(new ReleaseAddressCommand({ AllocationId }));
    await ec2.send(new DetachInternetGatewayCommand({ InternetGatewayId, VpcId }));
    await ec2.send(new DeleteInternetGatewayCommand({ InternetGatewayId }));
    await removeTables([open, closed]);
    for (const SubnetId of [publicSubnet, ...privateSubnets]) {
      await ec2.send(new DeleteSubnetCommand({ SubnetId }));
    }
    await ec2.send(new DeleteVpcCommand({ VpcId }));
    await pass(4000);
    expect(leftovers()).toEqual([]);
  });
});
