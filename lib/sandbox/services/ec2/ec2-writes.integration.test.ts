import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteNetworkInterfaceCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;

beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

function demo() {
  return sandbox.regionWorld();
}

function groupId(name: string): string {
  return demo().securityGroups.find((group) => group.GroupName === name)?.GroupId ?? "none";
}

describe("what is in use cannot be deleted", () => {
  it("an interface that is attached", async () => {
    const id = demo().networkInterfaces[0]?.NetworkInterfaceId;
    await expect(
      ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: id })),
    ).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `Network interface '${id ?? ""}' is currently in use.`,
    });
  });

  it("a security group that interfaces have", async () => {
    const id = groupId("orders-functions");
    await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId: id }))).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `resource ${id} has a dependent object`,
    });
  });

  it("a subnet that holds interfaces", async () => {
    const id = demo().subnets[0]?.SubnetId;
    await expect(ec2.send(new DeleteSubnetCommand({ SubnetId: id }))).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `The subnet '${id ?? ""}' has dependencies and cannot be deleted.`,
    });
  });
});

describe("what is free can be deleted", () => {
  it("an interface, then its subnet and its group", async () => {
    const region = demo();
    const subnet = region.subnets[3];
    const eni = { ...region.networkInterfaces[0], NetworkInterfaceId: "eni-0123456789abcdef0" };
    region.networkInterfaces = [
      { ...eni, Status: "available", Attachment: undefined, SubnetId: subnet?.SubnetId ?? "" },
    ];
    await ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId: eni.NetworkInterfaceId }));
    expect(region.networkInterfaces).toEqual([]);
    await ec2.send(new DeleteSubnetCommand({ SubnetId: subnet?.SubnetId }));
    expect(region.subnets).not.toContain(subnet);
    const answer = await ec2.send(new DeleteSecurityGroupCommand({ GroupId: groupId("pricing-functions") }));
    expect(answer.Return).toBe(true);
    expect(groupId("pricing-functions")).toBe("none");
    await sandbox.control("POST", "reset");
  });
});

describe("security groups", () => {
  const https = {
    IpProtocol: "tcp",
    FromPort: 443,
    ToPort: 443,
    IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "inside" }],
  };

  it("are made, given rules, stripped of rules and removed", async () => {
    const VpcId = demo().vpcs[0]?.VpcId;
    const created = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: "new-group", Description: "made by a test", VpcId }),
    );
    const GroupId = created.GroupId;
    const added = await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [https] }),
    );
    expect(added.SecurityGroupRules).toMatchObject([
      { CidrIpv4: "10.0.0.0/8", FromPort: 443, IsEgress: false },
    ]);
    await expect(
      ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [https] })),
    ).rejects.toMatchObject({ name: "InvalidPermission.Duplicate" });
    await ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: [https] }));
    const anywhere = { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: [anywhere] }));
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [https] }));
    const { SecurityGroups } = await ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [GroupId ?? ""] }),
    );
    expect(SecurityGroups?.[0]?.IpPermissions).toEqual([]);
    expect(SecurityGroups?.[0]?.IpPermissionsEgress).toMatchObject([{ FromPort: 443, ToPort: 443 }]);
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
  });

  it("need a VPC, a name of their own, and rules that make sense", async () => {
    const VpcId = demo().vpcs[0]?.VpcId;
    const create = (GroupName: string, vpcId?: string) =>
      ec2.send(new CreateSecurityGroupCommand({ GroupName, Description: "made by a test", VpcId: vpcId }));
    await expect(create("anything")).rejects.toMatchObject({ name: "VPCIdNotSpecified" });
    await expect(create("default", VpcId)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(create("sg-mine", VpcId)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const broken = { ...https, IpRanges: [{ CidrIp: "10.0.0.0/99" }] };
    await expect(
      ec2.send(
        new AuthorizeSecurityGroupIngressCommand({ GroupId: groupId("bastion"), IpPermissions: [broken] }),
      ),
    ).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "CIDR block 10.0.0.0/99 is malformed",
    });
  });
});
