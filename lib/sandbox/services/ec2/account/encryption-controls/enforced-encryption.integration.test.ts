import {
  AcceptVpcPeeringConnectionCommand,
  AttachInternetGatewayCommand,
  AttachVpnGatewayCommand,
  CreateEgressOnlyInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateSecurityGroupCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  CreateVpnGatewayCommand,
  DescribeVpcEncryptionControlsCommand,
  ModifyVpcEncryptionControlCommand,
  type ModifyVpcEncryptionControlCommandInput,
} from "@aws-sdk/client-ec2";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";
import { CreateFunctionCommand, GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EMPTY_ZIP } from "@/lib/sandbox/services/lambda/lambda-world.test-builder";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls, type NetworkCalls } from "../../vpcs/network.test-builder";

const REFUSED = { name: "OperationNotPermitted" };

let sandbox: TestSandbox;
/** In another region for each part: a region has room for five VPCs. */
let calls: NetworkCalls;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function createEnforcing(CidrBlock: string): Promise<string> {
  const vpcId = await calls.createVpc({ CidrBlock, VpcEncryptionControl: { Mode: "enforce" } });
  await calls.pass(100);
  return vpcId;
}

async function modify(VpcId: string, input: Partial<ModifyVpcEncryptionControlCommandInput>) {
  const { VpcEncryptionControls } = await calls.ec2.send(
    new DescribeVpcEncryptionControlsCommand({ VpcIds: [VpcId] }),
  );
  const VpcEncryptionControlId = VpcEncryptionControls?.[0]?.VpcEncryptionControlId;
  await calls.ec2.send(new ModifyVpcEncryptionControlCommand({ VpcEncryptionControlId, ...input }));
  await calls.pass(100);
}

async function askPeering(VpcId: string, PeerVpcId: string) {
  const made = await calls.ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId }));
  await calls.pass(10);
  return made.VpcPeeringConnection?.VpcPeeringConnectionId ?? "";
}

async function accept(VpcPeeringConnectionId: string) {
  await calls.ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
  await calls.pass(10);
}

describe("a VPC that enforces encryption", () => {
  let vpcId: string;
  let subnetId: string;
  beforeAll(async () => {
    calls = networkCalls(sandbox, "eu-west-1");
    vpcId = await createEnforcing("10.90.0.0/16");
    subnetId = await calls.createSubnet(vpcId, "10.90.0.0/24");
  });

  const gateways: readonly [keyof ModifyVpcEncryptionControlCommandInput, () => Promise<unknown>][] = [
    [
      "InternetGatewayExclusion",
      async () => {
        const { InternetGateway } = await calls.ec2.send(new CreateInternetGatewayCommand({}));
        const InternetGatewayId = InternetGateway?.InternetGatewayId;
        await calls.ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId: vpcId }));
      },
    ],
    [
      "EgressOnlyInternetGatewayExclusion",
      () => calls.ec2.send(new CreateEgressOnlyInternetGatewayCommand({ VpcId: vpcId })),
    ],
    [
      "NatGatewayExclusion",
      () => calls.ec2.send(new CreateNatGatewayCommand({ SubnetId: subnetId, ConnectivityType: "private" })),
    ],
    [
      "VirtualPrivateGatewayExclusion",
      async () => {
        const { VpnGateway } = await calls.ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
        const VpnGatewayId = VpnGateway?.VpnGatewayId;
        await calls.pass(100);
        await calls.ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId, VpcId: vpcId }));
      },
    ],
  ];

  it.each(gateways)("takes a gateway only with the %s", async (exclusion, add) => {
    await expect(add()).rejects.toMatchObject(REFUSED);
    await modify(vpcId, { [exclusion]: "enable" });
    await expect(add()).resolves.not.toThrow();
  });

  it("takes a regional NAT gateway only with the exclusion", async () => {
    const other = await createEnforcing("10.91.0.0/16");
    const add = () =>
      calls.ec2.send(new CreateNatGatewayCommand({ AvailabilityMode: "regional", VpcId: other }));
    await expect(add()).rejects.toMatchObject(REFUSED);
    await modify(other, { NatGatewayExclusion: "enable" });
    expect((await add()).NatGateway?.State).toBe("pending");
  });

  it("takes interface and gateway endpoints, but none of a Gateway Load Balancer", async () => {
    const create = (VpcEndpointType: "Gateway" | "Interface" | "GatewayLoadBalancer", ServiceName: string) =>
      calls.ec2.send(
        new CreateVpcEndpointCommand({
          VpcId: vpcId,
          VpcEndpointType,
          ServiceName,
          PrivateDnsEnabled: false,
        }),
      );
    await expect(create("Gateway", "com.amazonaws.eu-west-1.s3")).resolves.toHaveProperty("VpcEndpoint");
    await expect(create("Interface", "com.amazonaws.eu-west-1.sqs")).resolves.toHaveProperty("VpcEndpoint");
    const balancer = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";
    await expect(create("GatewayLoadBalancer", balancer)).rejects.toMatchObject(REFUSED);
  });
});

describe("peering with a VPC that enforces encryption", () => {
  beforeAll(() => {
    calls = networkCalls(sandbox, "eu-west-2");
  });

  it("is free between two that enforce it on everything, and holds both in that mode", async () => {
    const [one, two] = [await createEnforcing("10.92.0.0/16"), await createEnforcing("10.93.0.0/16")];
    await accept(await askPeering(one, two));
    await expect(modify(one, { Mode: "monitor" })).rejects.toMatchObject(REFUSED);
    await modify(one, { VpcPeeringExclusion: "enable" });
    await expect(modify(one, { Mode: "monitor" })).resolves.toBeUndefined();
  });

  it("needs the exclusion where the other side does not enforce it", async () => {
    const strict = await createEnforcing("10.94.0.0/16");
    const plain = await calls.createVpc({ CidrBlock: "10.95.0.0/16" });
    await expect(askPeering(strict, plain)).rejects.toMatchObject(REFUSED);
    const asked = await askPeering(plain, strict);
    await expect(accept(asked)).rejects.toMatchObject(REFUSED);
    await modify(strict, { VpcPeeringExclusion: "enable" });
    await expect(accept(asked)).resolves.toBeUndefined();
  });
});

it("a function's connection to such a VPC fails, unless Lambda is excluded", async () => {
  calls = networkCalls(sandbox, "eu-west-3");
  const lambda = new LambdaClient({ ...sandbox.clientConfig(), region: "eu-west-3" });
  const vpcId = await createEnforcing("10.96.0.0/16");
  const SubnetIds = [await calls.createSubnet(vpcId, "10.96.0.0/24")];
  const group = await calls.ec2.send(
    new CreateSecurityGroupCommand({ VpcId: vpcId, GroupName: "fn", Description: "d" }),
  );
  const VpcConfig = { SubnetIds, SecurityGroupIds: [group.GroupId ?? ""] };
  const { Roles = [] } = await new IAMClient(sandbox.clientConfig()).send(new ListRolesCommand({}));
  const roleArn = Roles.find((role) => role.RoleName === "lambda-vpc-role")?.Arn;
  const create = async (FunctionName: string) => {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role: roleArn,
        Runtime: "nodejs22.x",
        Handler: "index.handler",
        Code: { ZipFile: EMPTY_ZIP },
        VpcConfig,
      }),
    );
    await calls.pass(300);
    return lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  };
  expect(await create("refused")).toMatchObject({
    State: "Failed",
    StateReasonCode: "DisallowedByVpcEncryptionControl",
  });
  await modify(vpcId, { LambdaExclusion: "enable" });
  expect(await create("excluded")).toMatchObject({ State: "Active" });
});
