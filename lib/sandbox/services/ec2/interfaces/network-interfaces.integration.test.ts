import {
  AssignPrivateIpAddressesCommand,
  AttachNetworkInterfaceCommand,
  CreateNetworkInterfaceCommand,
  type CreateNetworkInterfaceCommandInput,
  DeleteNetworkInterfaceCommand,
  DescribeNetworkInterfaceAttributeCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DetachNetworkInterfaceCommand,
  EC2Client,
  ModifyNetworkInterfaceAttributeCommand,
  type NetworkInterface,
  UnassignPrivateIpAddressesCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
/** 10.20.250.0/28, where one address is free in the demo. */
let cramped: string;
let roomy: string;

function subnetId(cidr: string): string {
  return sandbox.regionWorld().subnets.find((subnet) => subnet.CidrBlock === cidr)?.SubnetId ?? "none";
}

function groupId(name: string): string {
  return sandbox.regionWorld().securityGroups.find((group) => group.GroupName === name)?.GroupId ?? "none";
}

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
  cramped = subnetId("10.20.250.0/28");
  roomy = subnetId("10.20.12.0/24");
});
afterAll(() => sandbox.close());

async function create(more: Partial<CreateNetworkInterfaceCommandInput> = {}): Promise<NetworkInterface> {
  const answer = await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: roomy, ...more }));
  return answer.NetworkInterface ?? {};
}

async function read(id: string | undefined): Promise<NetworkInterface | undefined> {
  const answer = await ec2.send(new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [id ?? ""] }));
  return answer.NetworkInterfaces?.[0];
}

async function free(SubnetId: string): Promise<number> {
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [SubnetId] }));
  return Subnets?.[0]?.AvailableIpAddressCount ?? -1;
}

const soon = () => sandbox.control("POST", "advance", { seconds: 60 });

describe("making interfaces", () => {
  it("takes an address of the subnet, which is free again after the deletion", async () => {
    const before = await free(roomy);
    const made = await create({
      Description: "made by a test",
      PrivateIpAddress: "10.20.12.77",
      Groups: [groupId("bastion")],
      TagSpecifications: [{ ResourceType: "network-interface", Tags: [{ Key: "Name", Value: "mine" }] }],
    });
    expect(made).toMatchObject({
      Status: "pending",
      Description: "made by a test",
      InterfaceType: "interface",
      PrivateIpAddress: "10.20.12.77",
      RequesterManaged: false,
      SourceDestCheck: true,
      Groups: [{ GroupName: "bastion" }],
      TagSet: [{ Key: "Name", Value: "mine" }],
    });
    expect(await free(roomy)).toBe(before - 1);
    await soon();
    expect(await read(made.NetworkInterfaceId)).toMatchObject({ Status: "available" });
    await ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: made.NetworkInterfaceId }));
    expect(await free(roomy)).toBe(before);
  });

  it("puts an interface in the VPC's default group when none is named, once per client token", async () => {
    const first = await create({ ClientToken: "once", SecondaryPrivateIpAddressCount: 2 });
    const again = await create({ ClientToken: "once", SecondaryPrivateIpAddressCount: 2 });
    expect(again.NetworkInterfaceId).toBe(first.NetworkInterfaceId);
    expect(first.Groups).toMatchObject([{ GroupName: "default" }]);
    expect(first.PrivateIpAddresses?.map((item) => item.Primary)).toEqual([true, false, false]);
    await expect(create({ ClientToken: "once" })).rejects.toMatchObject({
      name: "IdempotentParameterMismatch",
    });
  });

  it("refuses what cannot be, and takes no address then", async () => {
    const before = await free(roomy);
    const staging = groupId("staging-functions");
    const cases: [Partial<CreateNetworkInterfaceCommandInput>, string, string][] = [
      [{ SubnetId: "subnet-0123456789abcdef0" }, "InvalidSubnetID.NotFound", "does not exist"],
      [{ Groups: ["sg-0123456789abcdef0"] }, "InvalidGroup.NotFound", "does not exist"],
      [{ Groups: [staging] }, "InvalidGroup.NotFound", "belong to different networks"],
      [{ PrivateIpAddress: "10.20.12.2" }, "InvalidParameterValue", "reserved address range"],
      [{ PrivateIpAddress: "10.20.13.9" }, "InvalidParameterValue", "does not fall within"],
      [{ Ipv6AddressCount: 1 }, "InvalidParameterValue", "IPv6"],
      [{ InterfaceType: "trunk", Ipv4PrefixCount: 1 }, "UnsupportedOperation", "prefixes"],
    ];
    for (const [more, name, message] of cases) {
      await expect(create(more), name).rejects.toMatchObject({
        name,
        message: expect.stringContaining(message) as string,
      });
    }
    const taken = (await create()).PrivateIpAddress ?? "";
    await expect(create({ PrivateIpAddress: taken })).rejects.toMatchObject({
      name: "InvalidIPAddress.InUse",
      message: `Address ${taken} is in use.`,
    });
    expect(await free(roomy)).toBe(before - 1);
  });

  it("gives an IPv6 address where the subnet assigns them, unless none is wanted", async () => {
    const subnet = sandbox.regionWorld().subnets.find((item) => item.SubnetId === roomy);
    Object.assign(subnet ?? {}, {
      AssignIpv6AddressOnCreation: true,
      Ipv6CidrBlockAssociationSet: [
        { Ipv6CidrBlock: "2a05:d018:1:2::/64", Ipv6CidrBlockState: { State: "associated" } },
      ],
    });
    const usual = await create();
    const without = await create({ Ipv6AddressCount: 0 });
    const chosen = await create({ Ipv6Addresses: [{ Ipv6Address: "2a05:d018:1:2::7" }] });
    Object.assign(subnet ?? {}, { AssignIpv6AddressOnCreation: false, Ipv6CidrBlockAssociationSet: [] });
    expect(usual.Ipv6Addresses).toHaveLength(1);
    expect(without.Ipv6Addresses).toEqual([]);
    expect(chosen.Ipv6Addresses).toEqual([{ Ipv6Address: "2a05:d018:1:2::7" }]);
  });

  it("ends when the subnet is full", async () => {
    while ((await free(cramped)) > 0) await create({ SubnetId: cramped });
    await expect(create({ SubnetId: cramped })).rejects.toMatchObject({
      name: "InsufficientFreeAddressesInSubnet",
      message: "The specified subnet does not have enough free addresses to satisfy the request.",
    });
  });
});

describe("changing interfaces", () => {
  it("changes groups, description and the source/destination check, one at a time", async () => {
    const { NetworkInterfaceId } = await create();
    const modify = (more: object) =>
      ec2.send(new ModifyNetworkInterfaceAttributeCommand({ NetworkInterfaceId, ...more }));
    await modify({ Groups: [groupId("bastion"), groupId("orders-functions")] });
    await modify({ SourceDestCheck: { Value: false } });
    await modify({ Description: { Value: "other words" } });
    expect(await read(NetworkInterfaceId)).toMatchObject({
      Groups: [{ GroupName: "bastion" }, { GroupName: "orders-functions" }],
      SourceDestCheck: false,
      Description: "other words",
    });
    const attribute = await ec2.send(
      new DescribeNetworkInterfaceAttributeCommand({ NetworkInterfaceId, Attribute: "sourceDestCheck" }),
    );
    expect(attribute.SourceDestCheck).toEqual({ Value: false });
    await expect(modify({})).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    await expect(
      modify({ Description: { Value: "a" }, SourceDestCheck: { Value: true } }),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    const many = ["orders-functions", "payments-functions", "catalog-functions", "notifications-functions"];
    await expect(
      modify({ Groups: [...many, "reports-functions", "bastion"].map(groupId) }),
    ).rejects.toMatchObject({ name: "SecurityGroupsPerInterfaceLimitExceeded" });
  });

  it("leaves Lambda's interfaces and those of other services to them", async () => {
    const region = sandbox.regionWorld();
    const lambda = region.networkInterfaces.find((eni) => eni.InterfaceType === "lambda");
    const nat = region.networkInterfaces.find((eni) => eni.RequesterManaged === true);
    const NetworkInterfaceId = lambda?.NetworkInterfaceId;
    await expect(
      ec2.send(
        new ModifyNetworkInterfaceAttributeCommand({ NetworkInterfaceId, Groups: [groupId("bastion")] }),
      ),
    ).rejects.toMatchObject({
      name: "OperationNotPermitted",
      message: "The security group can not be modified for this type of interface",
    });
    await expect(
      ec2.send(new DetachNetworkInterfaceCommand({ AttachmentId: lambda?.Attachment?.AttachmentId })),
    ).rejects.toMatchObject({
      name: "OperationNotPermitted",
      message: "You are not allowed to manage 'ela-attach' attachments.",
    });
    await expect(
      ec2.send(
        new ModifyNetworkInterfaceAttributeCommand({
          NetworkInterfaceId: nat?.NetworkInterfaceId,
          SourceDestCheck: { Value: true },
        }),
      ),
    ).rejects.toMatchObject({ name: "AuthFailure" });
    await expect(
      ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: nat?.NetworkInterfaceId })),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  it("gives and takes secondary addresses, and counts them", async () => {
    const { NetworkInterfaceId, PrivateIpAddress } = await create();
    const before = await free(roomy);
    const assigned = await ec2.send(
      new AssignPrivateIpAddressesCommand({ NetworkInterfaceId, PrivateIpAddresses: ["10.20.12.200"] }),
    );
    expect(assigned.AssignedPrivateIpAddresses).toEqual([{ PrivateIpAddress: "10.20.12.200" }]);
    await ec2.send(
      new AssignPrivateIpAddressesCommand({ NetworkInterfaceId, SecondaryPrivateIpAddressCount: 2 }),
    );
    expect(await free(roomy)).toBe(before - 3);
    const other = await create();
    const move = (AllowReassignment: boolean) =>
      ec2.send(
        new AssignPrivateIpAddressesCommand({
          NetworkInterfaceId: other.NetworkInterfaceId,
          PrivateIpAddresses: ["10.20.12.200"],
          AllowReassignment,
        }),
      );
    await expect(move(false)).rejects.toMatchObject({ name: "InvalidIPAddress.InUse" });
    await move(true);
    expect((await read(NetworkInterfaceId))?.PrivateIpAddresses).toHaveLength(3);
    await ec2.send(
      new UnassignPrivateIpAddressesCommand({
        NetworkInterfaceId: other.NetworkInterfaceId,
        PrivateIpAddresses: ["10.20.12.200"],
      }),
    );
    expect(await free(roomy)).toBe(before - 3);
    await expect(
      ec2.send(
        new UnassignPrivateIpAddressesCommand({
          NetworkInterfaceId,
          PrivateIpAddresses: [PrivateIpAddress ?? ""],
        }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  it("attaches to an instance of its zone at a free index, and detaches again", async () => {
    const [instance] = sandbox.regionWorld().instances;
    const InstanceId = instance?.InstanceId;
    const near = sandbox
      .regionWorld()
      .subnets.find((subnet) => subnet.AvailabilityZone === instance?.Placement?.AvailabilityZone);
    const { NetworkInterfaceId } = await create({ SubnetId: near?.SubnetId });
    const attach = (id: string | undefined, DeviceIndex: number) =>
      ec2.send(new AttachNetworkInterfaceCommand({ NetworkInterfaceId: id, InstanceId, DeviceIndex }));
    await expect(attach(NetworkInterfaceId, 0)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const far = await create();
    await expect(attach(far.NetworkInterfaceId, 1)).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    const { AttachmentId } = await attach(NetworkInterfaceId, 1);
    expect(await read(NetworkInterfaceId)).toMatchObject({
      Status: "in-use",
      Attachment: { InstanceId, DeviceIndex: 1 },
    });
    await expect(attach(NetworkInterfaceId, 2)).rejects.toMatchObject({
      name: "InvalidNetworkInterface.InUse",
    });
    await expect(ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await ec2.send(new DetachNetworkInterfaceCommand({ AttachmentId }));
    await soon();
    expect(await read(NetworkInterfaceId)).toMatchObject({ Status: "available" });
    await expect(ec2.send(new DetachNetworkInterfaceCommand({ AttachmentId }))).rejects.toMatchObject({
      name: "InvalidAttachmentID.NotFound",
    });
  });
});
