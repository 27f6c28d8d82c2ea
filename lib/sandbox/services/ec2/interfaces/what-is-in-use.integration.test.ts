import {
  DeleteNetworkInterfaceCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { startEc2 } from "@/lib/testing/start-ec2";

const { sandbox, ec2 } = await startEc2();

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
