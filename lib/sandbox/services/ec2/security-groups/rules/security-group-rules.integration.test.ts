import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  type AuthorizeSecurityGroupIngressCommandInput,
  type IpPermission,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { permission, withRulesWorld } from "./rules-world.test-builder";

const world = withRulesWorld();

function prefixListId(): string {
  return (
    world.sandbox.regionWorld().managedPrefixLists.find((list) => list.OwnerId !== "AWS")?.PrefixListId ?? ""
  );
}

describe("authorizing rules", () => {
  it("gives each peer a rule with an id, tags and a description, and groups show them together", async () => {
    const answer = await world.ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: world.GroupId,
        IpPermissions: [
          {
            ...permission("10.9.8.7/8", 443, "inside"),
            Ipv6Ranges: [{ CidrIpv6: "2001:DB8:0::/32" }],
            PrefixListIds: [{ PrefixListId: prefixListId() }],
            UserIdGroupPairs: [{ GroupId: world.GroupId }],
          },
        ],
        TagSpecifications: [
          { ResourceType: "security-group-rule", Tags: [{ Key: "team", Value: "orders" }] },
        ],
      }),
    );
    const rules = await world.readRules();
    expect(answer).toMatchObject({ Return: true, SecurityGroupRules: rules });
    expect(rules).toHaveLength(4);
    expect(rules[0]).toMatchObject({
      SecurityGroupRuleId: expect.stringMatching(/^sgr-0[0-9a-f]{16}$/) as string,
      CidrIpv4: "10.0.0.0/8",
      Description: "inside",
      Tags: [{ Key: "team", Value: "orders" }],
    });
    expect((await world.read())?.IpPermissions).toEqual([
      {
        IpProtocol: "tcp",
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "inside" }],
        Ipv6Ranges: [{ CidrIpv6: "2001:db8::/32" }],
        PrefixListIds: [{ PrefixListId: prefixListId() }],
        UserIdGroupPairs: [{ GroupId: world.GroupId, UserId: world.sandbox.world.homeAccountId }],
      },
    ]);
  });

  it("knows protocols by name and number, and shows -1 ports where there are none", async () => {
    await world.allow(
      { IpProtocol: "6", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "-1", FromPort: 1, ToPort: 2, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "50", IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "icmp", FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "58", Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
    );
    expect((await world.readRules()).map((rule) => [rule.IpProtocol, rule.FromPort, rule.ToPort])).toEqual([
      ["tcp", 22, 22],
      ["-1", -1, -1],
      ["50", -1, -1],
      ["icmp", 8, -1],
      ["icmpv6", -1, -1],
    ]);
    const all = (await world.read())?.IpPermissions?.find((item) => item.IpProtocol === "-1");
    expect(all).not.toHaveProperty("FromPort");
  });

  it("refuses what makes no sense in AWS's words, and adds nothing then", async () => {
    const any = { IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    const cases: [IpPermission, string, string][] = [
      [
        { IpProtocol: "all", ...any },
        "InvalidParameterValue",
        "Invalid value 'all' for IP protocol. Unknown protocol.",
      ],
      [
        { IpProtocol: "tcp", ...any },
        "InvalidParameterValue",
        "Invalid value for portRange. Must specify both from and to ports with TCP/UDP.",
      ],
      [
        { IpProtocol: "tcp", FromPort: 90, ToPort: 80, ...any },
        "InvalidParameterValue",
        "Invalid TCP/UDP port range (90:80)",
      ],
      [
        { IpProtocol: "udp", FromPort: 0, ToPort: 70_000, ...any },
        "InvalidParameterValue",
        "TCP/UDP port (70000) out of range",
      ],
      [
        { IpProtocol: "icmp", ...any },
        "InvalidParameterValue",
        "Invalid value for portRange. Must specify both from and to ports with ICMP.",
      ],
      [
        { IpProtocol: "icmp", FromPort: 0, ToPort: 65_535, ...any },
        "InvalidParameterValue",
        "ICMP code (65535) out of range",
      ],
      [permission("10.0.0.0"), "InvalidParameterValue", "CIDR block 10.0.0.0 is malformed"],
      [permission("10.0.0.0/8", 443, "naïve"), "InvalidParameterValue", "Invalid rule description."],
      [
        { ...permission("10.0.0.0/8"), PrefixListIds: [{ PrefixListId: "pl-0123456789abcdef0" }] },
        "InvalidPrefixListID.NotFound",
        "The prefix list ID 'pl-0123456789abcdef0' does not exist",
      ],
      [
        { ...permission("10.0.0.0/8"), UserIdGroupPairs: [{ GroupId: "sg-0123456789abcdef0" }] },
        "InvalidGroup.NotFound",
        "The security group 'sg-0123456789abcdef0' does not exist",
      ],
    ];
    for (const [IpPermission, name, message] of cases) {
      await expect(world.allow(IpPermission), message).rejects.toMatchObject({
        name,
        message: expect.stringContaining(message) as string,
      });
    }
    expect(await world.readRules()).toEqual([]);
  });

  it("refuses a rule twice: in one request, or after another, whatever its spelling", async () => {
    await expect(world.allow(permission("10.0.0.0/8"), permission("10.1.0.0/8"))).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "The same permission must not appear multiple times",
    });
    await world.allow(permission("10.0.0.0/8"));
    await expect(world.allow(permission("10.1.1.1/8", 443, "other words"))).rejects.toMatchObject({
      name: "InvalidPermission.Duplicate",
      message:
        'the specified rule "peer: 10.0.0.0/8, TCP, from port: 443, to port: 443, ALLOW" already exists',
    });
  });

  it("lets a group have sixty rules in a direction for each family, groups counting in both", async () => {
    const range = (from: number, count: number) =>
      Array.from({ length: count }, (_item, index) => permission("10.0.0.0/8", from + index));
    await world.allow(...range(1, 60));
    await expect(world.allow(permission("10.0.0.0/8", 99))).rejects.toMatchObject({
      name: "RulesPerSecurityGroupLimitExceeded",
      message: "The maximum number of rules per security group has been reached.",
    });
    await expect(
      world.allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: world.GroupId }] }),
    ).rejects.toMatchObject({
      name: "RulesPerSecurityGroupLimitExceeded",
    });
    await world.allow({ IpProtocol: "-1", Ipv6Ranges: [{ CidrIpv6: "::/0" }] });
    expect(await world.readRules()).toHaveLength(61);
  });

  it("names groups of a peered VPC only, and of its own", async () => {
    const [, staging, data] = world.sandbox.regionWorld().vpcs.map((vpc) => vpc.VpcId);
    const far = await world.createGroup(staging);
    const peered = await world.createGroup(data);
    await expect(
      world.allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: far }] }),
    ).rejects.toMatchObject({
      name: "InvalidGroup.NotFound",
      message: "You have specified two resources that belong to different networks.",
    });
    const [rule] = await world.allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: peered }] });
    expect(rule?.ReferencedGroupInfo).toMatchObject({
      GroupId: peered,
      VpcId: data,
      PeeringStatus: "active",
      VpcPeeringConnectionId: expect.stringMatching(/^pcx-/) as string,
    });
  });

  it("takes inbound rules in the old way of writing one", async () => {
    const flat: AuthorizeSecurityGroupIngressCommandInput = {
      GroupId: world.GroupId,
      IpProtocol: "tcp",
      FromPort: 22,
      ToPort: 22,
      CidrIp: "192.0.2.0/24",
    };
    await world.ec2.send(new AuthorizeSecurityGroupIngressCommand(flat));
    expect(await world.readRules()).toMatchObject([
      { IpProtocol: "tcp", FromPort: 22, CidrIpv4: "192.0.2.0/24" },
    ]);
    await world.ec2.send(new RevokeSecurityGroupIngressCommand(flat));
    expect(await world.readRules()).toEqual([]);
    await expect(
      world.ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: world.GroupId })),
    ).rejects.toMatchObject({
      name: "MissingParameter",
    });
    await expect(
      world.ec2.send(
        new AuthorizeSecurityGroupIngressCommand({ ...flat, IpPermissions: [permission("10.0.0.0/8")] }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
  });

  it("is the same going out", async () => {
    const IpPermissions = [permission("10.0.0.0/8", 5432)];
    await world.ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId: world.GroupId, IpPermissions }));
    expect((await world.readRules(true)).map((rule) => rule.IpProtocol)).toEqual(["-1", "tcp"]);
    await expect(
      world.ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId: world.GroupId, IpPermissions })),
    ).rejects.toMatchObject({ name: "InvalidPermission.Duplicate" });
  });
});
