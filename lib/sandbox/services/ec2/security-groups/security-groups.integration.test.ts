import {
  AssociateSecurityGroupVpcCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  type CreateSecurityGroupCommandInput,
  DeleteSecurityGroupCommand,
  DescribeSecurityGroupReferencesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSecurityGroupVpcAssociationsCommand,
  DescribeStaleSecurityGroupsCommand,
  DisassociateSecurityGroupVpcCommand,
  EC2Client,
  GetSecurityGroupsForVpcCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let prod: string;
let staging: string;
let data: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sandbox.clientConfig());
  [prod = "", staging = "", data = ""] = sandbox.regionWorld().vpcs.map((vpc) => vpc.VpcId ?? "");
});
afterAll(() => sandbox.close());

async function create(GroupName: string, more: Partial<CreateSecurityGroupCommandInput> = {}) {
  const input = { GroupName, Description: "made by a test", VpcId: prod, ...more };
  return (await ec2.send(new CreateSecurityGroupCommand(input))).GroupId ?? "none";
}

function groupId(name: string, vpcId?: string): string {
  const found = sandbox
    .regionWorld()
    .securityGroups.find((group) => group.GroupName === name && (vpcId ?? group.VpcId) === group.VpcId);
  return found?.GroupId ?? "none";
}

/** Makes a VPC the default one for as long as `run` takes: the demo has none. */
async function withDefaultVpc<T>(vpcId: string, run: () => Promise<T>): Promise<T> {
  const vpc = sandbox.regionWorld().vpcs.find((candidate) => candidate.VpcId === vpcId);
  Object.assign(vpc ?? {}, { IsDefault: true });
  try {
    return await run();
  } finally {
    Object.assign(vpc ?? {}, { IsDefault: false });
  }
}

describe("security groups", () => {
  it("begin open outwards and closed inwards, with their tags", async () => {
    const Tags = [{ Key: "Name", Value: "fresh" }];
    const GroupId = await create("fresh", {
      TagSpecifications: [{ ResourceType: "security-group", Tags }],
    });
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
    expect(SecurityGroups).toMatchObject([
      {
        GroupName: "fresh",
        VpcId: prod,
        OwnerId: sandbox.world.homeAccountId,
        SecurityGroupArn: `arn:aws:ec2:eu-west-1:${sandbox.world.homeAccountId}:security-group/${GroupId}`,
        IpPermissions: [],
        IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
        Tags,
      },
    ]);
  });

  it("have names of their own, whatever the case, that are not ids and not reserved", async () => {
    await create("Taken");
    await expect(create("taken")).rejects.toMatchObject({
      name: "InvalidGroup.Duplicate",
      message: `The security group 'taken' already exists for VPC '${prod}'`,
    });
    await create("taken", { VpcId: data });
    await expect(create("sg-mine")).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(create("default")).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "Cannot use reserved security group name: default",
    });
    await expect(create("naïve")).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(create("lost", { VpcId: "vpc-0123456789abcdef0" })).rejects.toMatchObject({
      name: "InvalidVpcID.NotFound",
    });
  });

  it("stand in the default VPC when none is named, and only there go by name", async () => {
    const input = { GroupName: "by-name", Description: "made by a test" };
    await expect(ec2.send(new CreateSecurityGroupCommand(input))).rejects.toMatchObject({
      name: "VPCIdNotSpecified",
      message: "No default VPC for this user",
    });
    await withDefaultVpc(staging, async () => {
      const { GroupId } = await ec2.send(new CreateSecurityGroupCommand(input));
      const found = await ec2.send(new DescribeSecurityGroupsCommand({ GroupNames: ["by-name"] }));
      expect(found.SecurityGroups).toMatchObject([{ GroupId, VpcId: staging }]);
      await ec2.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupName: "by-name",
          SourceSecurityGroupName: "by-name",
        }),
      );
      await ec2.send(new DeleteSecurityGroupCommand({ GroupName: "by-name" }));
      await expect(
        ec2.send(new DescribeSecurityGroupsCommand({ GroupNames: ["by-name"] })),
      ).rejects.toMatchObject({
        name: "InvalidGroup.NotFound",
        message: `The security group 'by-name' does not exist in default VPC '${staging}'`,
      });
    });
  });

  it("stay while an interface has them or a neighbour names them; the default one stays for good", async () => {
    const remove = (GroupId: string) => ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
    await expect(remove(groupId("orders-functions"))).rejects.toMatchObject({ name: "DependencyViolation" });
    const named = await create("named");
    const naming = await create("naming");
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: naming,
        IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: named }] }],
      }),
    );
    await expect(remove(named)).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `resource ${named} has a dependent object`,
    });
    expect(await remove(naming)).toMatchObject({ Return: true, GroupId: naming });
    await remove(named);
    await expect(remove(named)).rejects.toMatchObject({ name: "InvalidGroup.NotFound" });
    const own = groupId("default", prod);
    await expect(remove(own)).rejects.toMatchObject({
      name: "CannotDelete",
      message: `the specified group: "${own}" name: "default" cannot be deleted by a user`,
    });
  });
});

describe("groups of several VPCs", () => {
  it("serve another VPC while they are associated with it", async () => {
    const GroupId = await create("shared");
    const usable = async () =>
      (await ec2.send(new GetSecurityGroupsForVpcCommand({ VpcId: staging }))).SecurityGroupForVpcs?.filter(
        (group) => group.GroupId === GroupId,
      );
    const states = async () => {
      const Filters = [{ Name: "group-id", Values: [GroupId] }];
      const answer = await ec2.send(new DescribeSecurityGroupVpcAssociationsCommand({ Filters }));
      return answer.SecurityGroupVpcAssociations?.map((item) => item.State);
    };
    const answer = await ec2.send(new AssociateSecurityGroupVpcCommand({ GroupId, VpcId: staging }));
    expect(answer.State).toBe("associating");
    await sandbox.control("POST", "advance", { seconds: 10 });
    expect(await states()).toEqual(["associated"]);
    expect(await usable()).toMatchObject([{ PrimaryVpcId: prod }]);
    await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId }))).rejects.toMatchObject({
      name: "DependencyViolation",
    });
    await ec2.send(new DisassociateSecurityGroupVpcCommand({ GroupId, VpcId: staging }));
    await sandbox.control("POST", "advance", { seconds: 10 });
    expect(await states()).toEqual([]);
    expect(await usable()).toEqual([]);
    await expect(
      ec2.send(new DisassociateSecurityGroupVpcCommand({ GroupId, VpcId: staging })),
    ).rejects.toMatchObject({ name: "InvalidSecurityGroupVpcAssociation.NotFound" });
  });

  it("are never default ones, nor for the default VPC, nor for their own", async () => {
    const associate = (GroupId: string, VpcId: string) =>
      ec2.send(new AssociateSecurityGroupVpcCommand({ GroupId, VpcId }));
    const refusal = { name: "InvalidParameterValue" };
    await expect(associate(groupId("default", prod), staging)).rejects.toMatchObject(refusal);
    await expect(associate(groupId("bastion"), prod)).rejects.toMatchObject(refusal);
    await withDefaultVpc(staging, async () => {
      await expect(associate(groupId("bastion"), staging)).rejects.toMatchObject(refusal);
    });
  });
});

describe("groups across a peering connection", () => {
  it("are told who names them, and rules that name a deleted one are stale", async () => {
    const GroupId = groupId("orders-functions");
    const references = await ec2.send(new DescribeSecurityGroupReferencesCommand({ GroupId: [GroupId] }));
    const [peering] = sandbox.regionWorld().vpcPeeringConnections;
    expect(references.SecurityGroupReferenceSet).toEqual([
      { GroupId, ReferencingVpcId: data, VpcPeeringConnectionId: peering?.VpcPeeringConnectionId },
    ]);
    const stale = async () =>
      (await ec2.send(new DescribeStaleSecurityGroupsCommand({ VpcId: data }))).StaleSecurityGroupSet;
    expect(await stale()).toEqual([]);

    const doomed = await create("doomed");
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: groupId("catalog-db"),
        IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: doomed }] }],
      }),
    );
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId: doomed }));
    const [found, ...others] = (await stale()) ?? [];
    expect(others).toEqual([]);
    expect(found).toMatchObject({ GroupName: "catalog-db", VpcId: data, StaleIpPermissionsEgress: [] });
    const [pair] = found?.StaleIpPermissions?.[0]?.UserIdGroupPairs ?? [];
    expect(pair).toMatchObject({ GroupId: doomed, VpcId: prod });
    expect(pair).not.toHaveProperty("UserId");
  });
});
