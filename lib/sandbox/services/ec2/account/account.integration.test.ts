import {
  CreateVpcBlockPublicAccessExclusionCommand,
  CreateVpcEncryptionControlCommand,
  DeleteVpcBlockPublicAccessExclusionCommand,
  DeleteVpcEncryptionControlCommand,
  DescribeAccountVpcEncryptionControlCommand,
  DescribeSubnetsCommand,
  DescribeVpcBlockPublicAccessExclusionsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpcEncryptionControlsCommand,
  DescribeVpcsCommand,
  GetVpcResourcesBlockingEncryptionEnforcementCommand,
  ModifyAccountVpcEncryptionControlCommand,
  ModifyVpcBlockPublicAccessExclusionCommand,
  ModifyVpcBlockPublicAccessOptionsCommand,
  ModifyVpcEncryptionControlCommand,
  type EC2Client,
  type ModifyVpcEncryptionControlCommandInput,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls } from "../vpcs/network.test-builder";

/** Slow enough that `deleting` and the like are seen on a busy machine. */
const SPEED = 20;

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty", speed: SPEED });
});
afterAll(() => sandbox.close());

async function modes(ec2: EC2Client) {
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
  return [...(Vpcs ?? []), ...(Subnets ?? [])].map(
    (resource) => resource.BlockPublicAccessStates?.InternetGatewayBlockMode,
  );
}

describe("Block Public Access", () => {
  it("shows in each VPC and subnet, less what is excluded", async () => {
    const { ec2, pass, createVpc, createSubnet } = networkCalls(sandbox, "eu-west-1", SPEED);
    const VpcId = await createVpc();
    await createSubnet(VpcId, "10.0.0.0/24");
    const SubnetId = await createSubnet(VpcId, "10.0.1.0/24");
    expect(await modes(ec2)).toEqual(["off", "off", "off"]);
    const options = async () =>
      (await ec2.send(new DescribeVpcBlockPublicAccessOptionsCommand({}))).VpcBlockPublicAccessOptions;
    expect(await options()).toMatchObject({
      AwsRegion: "eu-west-1",
      State: "default-state",
      InternetGatewayBlockMode: "off",
      ManagedBy: "account",
      ExclusionsAllowed: "allowed",
    });
    const block = () =>
      ec2.send(
        new ModifyVpcBlockPublicAccessOptionsCommand({ InternetGatewayBlockMode: "block-bidirectional" }),
      );
    expect((await block()).VpcBlockPublicAccessOptions?.State).toBe("update-in-progress");
    await pass(200);
    expect((await options())?.State).toBe("update-complete");
    expect(await modes(ec2)).toEqual(["block-bidirectional", "block-bidirectional", "block-bidirectional"]);
    const exclude = (input: { VpcId?: string; SubnetId?: string }) =>
      ec2.send(
        new CreateVpcBlockPublicAccessExclusionCommand({
          ...input,
          InternetGatewayExclusionMode: "allow-egress",
        }),
      );
    const { VpcBlockPublicAccessExclusion: made } = await exclude({ SubnetId });
    expect(made?.State).toBe("create-in-progress");
    await pass(200);
    expect(await modes(ec2)).toEqual(["block-bidirectional", "block-bidirectional", "block-ingress"]);
    await expect(exclude({ SubnetId })).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(exclude({})).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(exclude({ SubnetId, VpcId })).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    await expect(exclude({ VpcId: "vpc-0123456789abcdef0" })).rejects.toMatchObject({
      name: "InvalidVpcID.NotFound",
    });
    await exclude({ VpcId });
    await pass(200);
    expect(await modes(ec2)).toEqual(["block-ingress", "block-ingress", "block-ingress"]);
    const ExclusionId = made?.ExclusionId;
    await ec2.send(
      new ModifyVpcBlockPublicAccessExclusionCommand({
        ExclusionId,
        InternetGatewayExclusionMode: "allow-bidirectional",
      }),
    );
    await pass(200);
    expect(await modes(ec2)).toEqual(["block-ingress", "block-ingress", "off"]);
    const remove = () => ec2.send(new DeleteVpcBlockPublicAccessExclusionCommand({ ExclusionId }));
    await remove();
    await expect(remove()).rejects.toMatchObject({ name: "IncorrectState" });
    await pass(200);
    const { VpcBlockPublicAccessExclusions } = await ec2.send(
      new DescribeVpcBlockPublicAccessExclusionsCommand({
        Filters: [{ Name: "state", Values: ["delete-complete"] }],
      }),
    );
    expect(VpcBlockPublicAccessExclusions?.map((exclusion) => exclusion.ExclusionId)).toEqual([ExclusionId]);
    await pass(3700);
    await expect(
      ec2.send(new DescribeVpcBlockPublicAccessExclusionsCommand({ ExclusionIds: [ExclusionId ?? ""] })),
    ).rejects.toMatchObject({ name: "InvalidVpcBlockPublicAccessExclusionId.NotFound" });
  });
});

describe("VPC encryption control", () => {
  it("monitors first, and enforces when nothing that is not excluded stands against it", async () => {
    const { ec2, pass, createVpc, createGateway } = networkCalls(sandbox, "eu-west-2", SPEED);
    const VpcId = await createVpc();
    const gatewayId = await createGateway(VpcId);
    const create = () => ec2.send(new CreateVpcEncryptionControlCommand({ VpcId }));
    const { VpcEncryptionControl } = await create();
    expect(VpcEncryptionControl).toMatchObject({ VpcId, Mode: "monitor", State: "creating" });
    await expect(create()).rejects.toMatchObject({ name: "Resource.AlreadyAssociated" });
    await pass(100);
    const VpcEncryptionControlId = VpcEncryptionControl?.VpcEncryptionControlId;
    const modify = (input: Partial<ModifyVpcEncryptionControlCommandInput>) =>
      ec2.send(new ModifyVpcEncryptionControlCommand({ VpcEncryptionControlId, ...input }));
    const control = async () => {
      const { VpcEncryptionControls } = await ec2.send(
        new DescribeVpcEncryptionControlsCommand({ VpcIds: [VpcId] }),
      );
      return VpcEncryptionControls?.[0];
    };
    expect(await control()).toMatchObject({ Mode: "monitor", State: "available" });
    await expect(modify({ InternetGatewayExclusion: "enable" })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    await modify({ Mode: "enforce" });
    await expect(modify({ Mode: "monitor" })).rejects.toMatchObject({ name: "IncorrectState" });
    await pass(100);
    expect(await control()).toMatchObject({
      Mode: "monitor",
      State: "enforce-failed",
      StateMessage: expect.stringContaining(gatewayId) as string,
    });
    const blocking = async () => {
      const answer = await ec2.send(new GetVpcResourcesBlockingEncryptionEnforcementCommand({ VpcId }));
      return answer.NonCompliantResources?.map((resource) => resource.Id);
    };
    expect(await blocking()).toEqual([gatewayId]);
    const changing = await modify({ Mode: "enforce", InternetGatewayExclusion: "enable" });
    expect(changing.VpcEncryptionControl?.ResourceExclusions?.InternetGateway?.State).toBe("enabling");
    await pass(100);
    expect(await control()).toMatchObject({
      Mode: "enforce",
      State: "available",
      ResourceExclusions: { InternetGateway: { State: "enabled" }, Lambda: { State: "disabled" } },
    });
    expect(await blocking()).toEqual([]);
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ VpcIds: [VpcId] }));
    expect(Vpcs?.[0]?.EncryptionControl?.Mode).toBe("enforce");
    await ec2.send(new DeleteVpcEncryptionControlCommand({ VpcEncryptionControlId }));
    await pass(100);
    expect(await control()).toBeUndefined();
    await expect(modify({ Mode: "monitor" })).rejects.toMatchObject({
      name: "InvalidVpcEncryptionControlId.NotFound",
    });
  });

  it("of the account is kept as it is asked", async () => {
    const { ec2 } = networkCalls(sandbox, "eu-west-3", SPEED);
    const describeAccount = async () =>
      (await ec2.send(new DescribeAccountVpcEncryptionControlCommand({}))).AccountVpcEncryptionControl;
    expect(await describeAccount()).toMatchObject({ Mode: "unmanaged", State: "default-state" });
    await ec2.send(
      new ModifyAccountVpcEncryptionControlCommand({ Mode: "attempt-enforce", Lambda: "enable" }),
    );
    expect(await describeAccount()).toMatchObject({
      Mode: "attempt-enforce",
      Exclusions: { Lambda: "enabled" },
    });
  });
});
