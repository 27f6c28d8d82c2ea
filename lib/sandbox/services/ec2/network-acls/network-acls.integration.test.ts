import {
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  type CreateNetworkAclEntryCommandInput,
  DeleteNetworkAclCommand,
  DeleteNetworkAclEntryCommand,
  DescribeNetworkAclsCommand,
  EC2Client,
  type NetworkAcl,
  ReplaceNetworkAclAssociationCommand,
  ReplaceNetworkAclEntryCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let vpcId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sandbox.clientConfig());
  vpcId = sandbox.regionWorld().vpcs[0]?.VpcId ?? "none";
});
afterAll(() => sandbox.close());

async function read(id: string | undefined): Promise<NetworkAcl | undefined> {
  const answer = await ec2.send(new DescribeNetworkAclsCommand({ NetworkAclIds: [id ?? ""] }));
  return answer.NetworkAcls?.[0];
}

async function create(): Promise<string> {
  const { NetworkAcl } = await ec2.send(new CreateNetworkAclCommand({ VpcId: vpcId }));
  return NetworkAcl?.NetworkAclId ?? "none";
}

const https = {
  RuleNumber: 100,
  Protocol: "6",
  RuleAction: "allow",
  Egress: false,
  CidrBlock: "10.1.2.3/16",
  PortRange: { From: 443, To: 443 },
} satisfies Partial<CreateNetworkAclEntryCommandInput>;

describe("network ACLs", () => {
  it("are made denying everything, with tags, once per client token", async () => {
    const request = {
      VpcId: vpcId,
      ClientToken: "acl-once",
      TagSpecifications: [
        { ResourceType: "network-acl" as const, Tags: [{ Key: "Name", Value: "made-by-a-test" }] },
      ],
    };
    const first = await ec2.send(new CreateNetworkAclCommand(request));
    const again = await ec2.send(new CreateNetworkAclCommand(request));
    expect(first.NetworkAcl).toMatchObject({ IsDefault: false, VpcId: vpcId, Associations: [] });
    expect(first.NetworkAcl?.Tags).toEqual([{ Key: "Name", Value: "made-by-a-test" }]);
    expect(first.NetworkAcl?.Entries?.map((entry) => [entry.RuleNumber, entry.RuleAction])).toEqual([
      [32_767, "deny"],
      [32_767, "deny"],
    ]);
    expect(again.NetworkAcl?.NetworkAclId).toBe(first.NetworkAcl?.NetworkAclId);
    await expect(
      ec2.send(new CreateNetworkAclCommand({ ...request, TagSpecifications: undefined })),
    ).rejects.toMatchObject({ name: "IdempotentParameterMismatch" });
  });

  it("need a VPC that exists, and tags of their own kind", async () => {
    await expect(
      ec2.send(new CreateNetworkAclCommand({ VpcId: "vpc-0123456789abcdef0" })),
    ).rejects.toMatchObject({ name: "InvalidVpcID.NotFound" });
    const TagSpecifications = [{ ResourceType: "subnet" as const, Tags: [{ Key: "a", Value: "b" }] }];
    await expect(
      ec2.send(new CreateNetworkAclCommand({ VpcId: vpcId, TagSpecifications })),
    ).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "'subnet' is not a valid taggable resource type for this operation.",
    });
  });

  it("take entries, change them and lose them, in the order of evaluation", async () => {
    const NetworkAclId = await create();
    await ec2.send(new CreateNetworkAclEntryCommand({ NetworkAclId, ...https }));
    await ec2.send(new CreateNetworkAclEntryCommand({ NetworkAclId, ...https, RuleNumber: 90 }));
    await ec2.send(
      new CreateNetworkAclEntryCommand({
        NetworkAclId,
        ...https,
        Protocol: "58",
        CidrBlock: undefined,
        Ipv6CidrBlock: "2001:DB8::1/32",
        PortRange: undefined,
        IcmpTypeCode: { Type: -1, Code: -1 },
        Egress: true,
      }),
    );
    await ec2.send(new ReplaceNetworkAclEntryCommand({ NetworkAclId, ...https, RuleAction: "deny" }));
    await ec2.send(new DeleteNetworkAclEntryCommand({ NetworkAclId, RuleNumber: 90, Egress: false }));
    expect((await read(NetworkAclId))?.Entries).toMatchObject([
      { Egress: true, RuleNumber: 100, Protocol: "58", Ipv6CidrBlock: "2001:db8::/32" },
      { Egress: true, RuleNumber: 32_767 },
      { Egress: false, RuleNumber: 100, RuleAction: "deny", CidrBlock: "10.1.0.0/16" },
      { Egress: false, RuleNumber: 32_767 },
    ]);
    await ec2.send(new DeleteNetworkAclCommand({ NetworkAclId }));
    await expect(read(NetworkAclId)).rejects.toMatchObject({ name: "InvalidNetworkAclID.NotFound" });
  });

  it("refuse entries that make no sense, and change nothing then", async () => {
    const NetworkAclId = await create();
    const cases: [Partial<CreateNetworkAclEntryCommandInput>, string][] = [
      [{ RuleNumber: 0 }, "InvalidParameterValue"],
      [{ RuleNumber: 32_767 }, "InvalidParameterValue"],
      [{ Protocol: "tcp" }, "InvalidParameterValue"],
      [{ PortRange: undefined }, "MissingParameter"],
      [{ PortRange: { From: 90, To: 80 } }, "InvalidParameterValue"],
      [{ PortRange: { From: 0, To: 65_536 } }, "InvalidParameterValue"],
      [{ Protocol: "1", PortRange: undefined }, "MissingParameter"],
      [{ CidrBlock: "10.0.0.0" }, "InvalidParameterValue"],
      [{ CidrBlock: undefined }, "MissingParameter"],
      [{ Ipv6CidrBlock: "::/0" }, "InvalidParameterCombination"],
    ];
    for (const [change, name] of cases) {
      const entry = new CreateNetworkAclEntryCommand({ NetworkAclId, ...https, ...change });
      await expect(ec2.send(entry), JSON.stringify(change)).rejects.toMatchObject({ name });
    }
    expect((await read(NetworkAclId))?.Entries).toHaveLength(2);
  });

  it("know each number once, in each direction, and twenty of them with AWS's own", async () => {
    const NetworkAclId = await create();
    const add = (RuleNumber: number, Egress = false) =>
      ec2.send(new CreateNetworkAclEntryCommand({ NetworkAclId, ...https, RuleNumber, Egress }));
    await add(1);
    await expect(add(1)).rejects.toMatchObject({
      name: "NetworkAclEntryAlreadyExists",
      message: "The network acl entry identified by 1 already exists.",
    });
    await add(1, true);
    for (let number = 2; number <= 19; number += 1) await add(number);
    await expect(add(20)).rejects.toMatchObject({ name: "NetworkAclEntryLimitExceeded" });
    const absent = { NetworkAclId, RuleNumber: 500, Egress: false };
    await expect(ec2.send(new DeleteNetworkAclEntryCommand(absent))).rejects.toMatchObject({
      name: "InvalidNetworkAclEntry.NotFound",
    });
    await expect(
      ec2.send(new ReplaceNetworkAclEntryCommand({ ...absent, ...https, RuleNumber: 500 })),
    ).rejects.toMatchObject({ name: "InvalidNetworkAclEntry.NotFound" });
  });

  it("take a subnet from one another, and hold on while they have one", async () => {
    const { NetworkAcls } = await ec2.send(
      new DescribeNetworkAclsCommand({
        Filters: [
          { Name: "vpc-id", Values: [vpcId] },
          { Name: "default", Values: ["true"] },
        ],
      }),
    );
    const [association] = NetworkAcls?.[0]?.Associations ?? [];
    const AssociationId = association?.NetworkAclAssociationId;
    const NetworkAclId = await create();
    const moved = await ec2.send(new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId }));
    expect(moved.NewAssociationId).toMatch(/^aclassoc-/);
    expect((await read(NetworkAclId))?.Associations).toMatchObject([
      { SubnetId: association?.SubnetId, NetworkAclAssociationId: moved.NewAssociationId },
    ]);
    await expect(ec2.send(new DeleteNetworkAclCommand({ NetworkAclId }))).rejects.toMatchObject({
      name: "DependencyViolation",
    });
    await expect(
      ec2.send(new DeleteNetworkAclCommand({ NetworkAclId: NetworkAcls?.[0]?.NetworkAclId })),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(
      ec2.send(new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId })),
    ).rejects.toMatchObject({ name: "InvalidAssociationID.NotFound" });
    const elsewhere = sandbox
      .regionWorld()
      .networkAcls.find((acl) => acl.VpcId !== vpcId && acl.IsDefault === true);
    await expect(
      ec2.send(
        new ReplaceNetworkAclAssociationCommand({
          AssociationId: moved.NewAssociationId,
          NetworkAclId: elsewhere?.NetworkAclId,
        }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });
});
