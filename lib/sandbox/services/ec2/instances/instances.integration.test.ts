import {
  CreateNetworkInterfaceCommand,
  CreateRouteCommand,
  DescribeInstancesCommand,
  DescribeInstanceStatusCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSubnetsCommand,
  EC2Client,
  type Instance,
  ModifyInstanceAttributeCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let subnetId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
  const found = sandbox.regionWorld().subnets.find((subnet) => subnet.CidrBlock === "10.20.12.0/24");
  subnetId = found?.SubnetId ?? "none";
});
afterAll(() => sandbox.close());

function groupId(name: string): string {
  return sandbox.regionWorld().securityGroups.find((group) => group.GroupName === name)?.GroupId ?? "none";
}

async function run(more: Partial<RunInstancesCommandInput> = {}): Promise<Instance> {
  const answer = await ec2.send(
    new RunInstancesCommand({
      ImageId: "ami-0123456789abcdef0",
      InstanceType: "t3.micro",
      MinCount: 1,
      MaxCount: 1,
      SubnetId: subnetId,
      ...more,
    }),
  );
  return answer.Instances?.[0] ?? {};
}

async function read(id: string | undefined): Promise<Instance | undefined> {
  const answer = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id ?? ""] }));
  return answer.Reservations?.[0]?.Instances?.[0];
}

async function free(): Promise<number> {
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [subnetId] }));
  return Subnets?.[0]?.AvailableIpAddressCount ?? -1;
}

const later = (seconds: number) => sandbox.control("POST", "advance", { seconds });

describe("instances", () => {
  it("start, take an address, and give it back when they end", async () => {
    const before = await free();
    const instance = await run({
      PrivateIpAddress: "10.20.12.40",
      SecurityGroupIds: [groupId("bastion")],
      TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "nat" }] }],
    });
    const InstanceIds = [instance.InstanceId ?? ""];
    expect(instance).toMatchObject({
      State: { Name: "pending", Code: 0 },
      PrivateIpAddress: "10.20.12.40",
      SecurityGroups: [{ GroupName: "bastion" }],
      NetworkInterfaces: [{ Attachment: { DeviceIndex: 0, DeleteOnTermination: true }, Status: "in-use" }],
      Tags: [{ Key: "Name", Value: "nat" }],
    });
    await later(60);
    expect((await read(instance.InstanceId))?.State).toEqual({ Name: "running", Code: 16 });
    const status = await ec2.send(new DescribeInstanceStatusCommand({ InstanceIds }));
    expect(status.InstanceStatuses).toMatchObject([{ InstanceStatus: { Status: "ok" } }]);
    expect(await free()).toBe(before - 1);

    const ended = await ec2.send(new TerminateInstancesCommand({ InstanceIds }));
    expect(ended.TerminatingInstances).toMatchObject([
      { CurrentState: { Name: "shutting-down" }, PreviousState: { Name: "running" } },
    ]);
    await later(60);
    expect(await read(instance.InstanceId)).toMatchObject({
      State: { Name: "terminated" },
      NetworkInterfaces: [],
      BlockDeviceMappings: [],
    });
    expect(await free()).toBe(before);
    await later(3600);
    await expect(read(instance.InstanceId)).rejects.toMatchObject({ name: "InvalidInstanceID.NotFound" });
  });

  it("stop and start, from the states from which that can be", async () => {
    const { InstanceId = "" } = await run();
    const InstanceIds = [InstanceId];
    await expect(ec2.send(new StopInstancesCommand({ InstanceIds }))).rejects.toMatchObject({
      name: "IncorrectInstanceState",
      message: `The instance '${InstanceId}' is not in a state from which it can be stopped.`,
    });
    await later(60);
    await ec2.send(new StopInstancesCommand({ InstanceIds }));
    await later(60);
    expect(await read(InstanceId)).toMatchObject({
      State: { Name: "stopped" },
      StateReason: { Code: "Client.UserInitiatedShutdown" },
      StateTransitionReason: expect.stringMatching(/^User initiated \(.* GMT\)$/) as string,
    });
    expect((await ec2.send(new DescribeInstanceStatusCommand({ InstanceIds }))).InstanceStatuses).toEqual([]);
    await ec2.send(new StartInstancesCommand({ InstanceIds }));
    await later(60);
    expect(await read(InstanceId)).toMatchObject({ State: { Name: "running" }, StateTransitionReason: "" });
    await ec2.send(new TerminateInstancesCommand({ InstanceIds }));
    await expect(ec2.send(new StartInstancesCommand({ InstanceIds }))).rejects.toMatchObject({
      name: "IncorrectInstanceState",
    });
  });

  it("share a reservation when they start together, once per client token", async () => {
    const request = { MinCount: 2, MaxCount: 2, ClientToken: "two" };
    const first = await run(request);
    const again = await run(request);
    expect(again.InstanceId).toBe(first.InstanceId);
    const Filters = [{ Name: "client-token", Values: ["two"] }];
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ Filters }));
    expect(Reservations).toHaveLength(1);
    expect(Reservations?.[0]?.Instances?.map((instance) => instance.AmiLaunchIndex)).toEqual([0, 1]);
    await expect(run({ ...request, MaxCount: 3 })).rejects.toMatchObject({
      name: "IdempotentParameterMismatch",
    });
  });

  it("refuse what cannot be", async () => {
    const cases: [Partial<RunInstancesCommandInput>, string][] = [
      [{ ImageId: "ubuntu" }, "InvalidAMIID.Malformed"],
      [{ ImageId: undefined }, "MissingParameter"],
      [{ InstanceType: "huge" as "t3.micro" }, "InvalidParameterValue"],
      [{ MinCount: 2 }, "InvalidParameterValue"],
      [{ SubnetId: "subnet-0123456789abcdef0" }, "InvalidSubnetID.NotFound"],
      [{ SubnetId: undefined }, "VPCIdNotSpecified"],
      [{ PrivateIpAddress: "10.20.12.255" }, "InvalidParameterValue"],
      [{ SecurityGroupIds: [groupId("staging-functions")] }, "InvalidGroup.NotFound"],
      [{ NetworkInterfaces: [{ DeviceIndex: 0 }] }, "InvalidParameterCombination"],
    ];
    for (const [more, name] of cases) await expect(run(more), name).rejects.toMatchObject({ name });
    const unknown = ["i-0123456789abcdef0", "i-0123456789abcdef1"];
    await expect(ec2.send(new TerminateInstancesCommand({ InstanceIds: unknown }))).rejects.toMatchObject({
      name: "InvalidInstanceID.NotFound",
      message: `The instance IDs '${unknown.join(", ")}' do not exist`,
    });
  });

  it("become NAT instances: no source check, routes that end with them", async () => {
    const answer = await ec2.send(
      new CreateNetworkInterfaceCommand({ SubnetId: subnetId, Groups: [groupId("bastion")] }),
    );
    const NetworkInterfaceId = answer.NetworkInterface?.NetworkInterfaceId;
    const { InstanceId = "" } = await run({
      SubnetId: undefined,
      NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId, DeleteOnTermination: true }],
    });
    const modify = (more: object) => ec2.send(new ModifyInstanceAttributeCommand({ InstanceId, ...more }));
    await modify({ SourceDestCheck: { Value: false } });
    await modify({ Groups: [groupId("orders-functions")] });
    await modify({ DisableApiTermination: { Value: true } });
    const { NetworkInterfaces } = await ec2.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [{ Name: "attachment.instance-id", Values: [InstanceId] }],
      }),
    );
    expect(NetworkInterfaces).toMatchObject([{ NetworkInterfaceId, SourceDestCheck: false }]);
    expect(await read(InstanceId)).toMatchObject({
      SourceDestCheck: false,
      SecurityGroups: [{ GroupName: "orders-functions" }],
    });

    const prod = sandbox.regionWorld().subnets.find((subnet) => subnet.SubnetId === subnetId)?.VpcId;
    const RouteTableId = sandbox
      .regionWorld()
      .routeTables.find((table) => table.VpcId === prod)?.RouteTableId;
    const DestinationCidrBlock = "198.51.100.0/24";
    await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock, InstanceId }));
    const terminate = () => ec2.send(new TerminateInstancesCommand({ InstanceIds: [InstanceId] }));
    await expect(terminate()).rejects.toMatchObject({ name: "OperationNotPermitted" });
    await modify({ DisableApiTermination: { Value: false } });
    await terminate();
    await later(60);
    const { RouteTables } = await ec2.send(
      new DescribeRouteTablesCommand({ RouteTableIds: [RouteTableId ?? ""] }),
    );
    expect(
      RouteTables?.[0]?.Routes?.find((item) => item.DestinationCidrBlock === DestinationCidrBlock),
    ).toMatchObject({ State: "blackhole" });
  });

  it("have a public address in a public subnet, as long as they run", async () => {
    const isPublic = sandbox.regionWorld().subnets.find((subnet) => subnet.MapPublicIpOnLaunch === true);
    const { InstanceId = "", PublicIpAddress } = await run({ SubnetId: isPublic?.SubnetId });
    expect(PublicIpAddress).toMatch(/^3\.2\d\d\./);
    await later(60);
    await ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] }));
    expect(await read(InstanceId)).not.toHaveProperty("PublicIpAddress");
  });
});
