import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  type AuthorizeSecurityGroupIngressCommandInput,
  CreateSecurityGroupCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  type IpPermission,
  ModifySecurityGroupRulesCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroup,
  type SecurityGroupRule,
  type SecurityGroupRuleRequest,
  UpdateSecurityGroupRuleDescriptionsEgressCommand,
  UpdateSecurityGroupRuleDescriptionsIngressCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;
let vpcId: string;
let GroupId: string;
let count = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sandbox.clientConfig());
  vpcId = sandbox.regionWorld().vpcs[0]?.VpcId ?? "none";
});
afterAll(() => sandbox.close());

async function createGroup(VpcId = vpcId): Promise<string> {
  count += 1;
  const created = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: `rules-${String(count)}`, Description: "test", VpcId }),
  );
  return created.GroupId ?? "none";
}

beforeEach(async () => {
  GroupId = await createGroup();
});

/** How a rule is kept from becoming one of another kind. */
const otherKind = (asked: string, rule: SecurityGroupRule | undefined) =>
  `Invalid rule type for security group rule '${rule?.SecurityGroupRuleId ?? ""}'. You may not specify ${asked} for an existing IPv4 CIDR rule.`;

const permission = (cidr: string, port = 443, Description?: string): IpPermission => ({
  IpProtocol: "tcp",
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp: cidr, Description }],
});

async function allow(...IpPermissions: IpPermission[]): Promise<SecurityGroupRule[]> {
  const answer = await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
  return answer.SecurityGroupRules ?? [];
}

async function read(): Promise<SecurityGroup | undefined> {
  const answer = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
  return answer.SecurityGroups?.[0];
}

async function readRules(isEgress = false): Promise<SecurityGroupRule[]> {
  const Filters = [{ Name: "group-id", Values: [GroupId] }];
  const answer = await ec2.send(new DescribeSecurityGroupRulesCommand({ Filters }));
  return (answer.SecurityGroupRules ?? []).filter((rule) => rule.IsEgress === isEgress);
}

function prefixListId(): string {
  return sandbox.regionWorld().managedPrefixLists.find((list) => list.OwnerId !== "AWS")?.PrefixListId ?? "";
}

describe("authorizing rules", () => {
  it("gives each peer a rule with an id, tags and a description, and groups show them together", async () => {
    const answer = await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId,
        IpPermissions: [
          {
            ...permission("10.9.8.7/8", 443, "inside"),
            Ipv6Ranges: [{ CidrIpv6: "2001:DB8:0::/32" }],
            PrefixListIds: [{ PrefixListId: prefixListId() }],
            UserIdGroupPairs: [{ GroupId }],
          },
        ],
        TagSpecifications: [
          { ResourceType: "security-group-rule", Tags: [{ Key: "team", Value: "orders" }] },
        ],
      }),
    );
    const rules = await readRules();
    expect(answer).toMatchObject({ Return: true, SecurityGroupRules: rules });
    expect(rules).toHaveLength(4);
    expect(rules[0]).toMatchObject({
      SecurityGroupRuleId: expect.stringMatching(/^sgr-0[0-9a-f]{16}$/) as string,
      CidrIpv4: "10.0.0.0/8",
      Description: "inside",
      Tags: [{ Key: "team", Value: "orders" }],
    });
    expect((await read())?.IpPermissions).toEqual([
      {
        IpProtocol: "tcp",
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "inside" }],
        Ipv6Ranges: [{ CidrIpv6: "2001:db8::/32" }],
        PrefixListIds: [{ PrefixListId: prefixListId() }],
        UserIdGroupPairs: [{ GroupId, UserId: sandbox.world.homeAccountId }],
      },
    ]);
  });

  it("knows protocols by name and number, and shows -1 ports where there are none", async () => {
    await allow(
      { IpProtocol: "6", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "-1", FromPort: 1, ToPort: 2, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "50", IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "icmp", FromPort: 8, ToPort: -1, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      { IpProtocol: "58", Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
    );
    expect((await readRules()).map((rule) => [rule.IpProtocol, rule.FromPort, rule.ToPort])).toEqual([
      ["tcp", 22, 22],
      ["-1", -1, -1],
      ["50", -1, -1],
      ["icmp", 8, -1],
      ["icmpv6", -1, -1],
    ]);
    const all = (await read())?.IpPermissions?.find((item) => item.IpProtocol === "-1");
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
      await expect(allow(IpPermission), message).rejects.toMatchObject({
        name,
        message: expect.stringContaining(message) as string,
      });
    }
    expect(await readRules()).toEqual([]);
  });

  it("refuses a rule twice: in one request, or after another, whatever its spelling", async () => {
    await expect(allow(permission("10.0.0.0/8"), permission("10.1.0.0/8"))).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "The same permission must not appear multiple times",
    });
    await allow(permission("10.0.0.0/8"));
    await expect(allow(permission("10.1.1.1/8", 443, "other words"))).rejects.toMatchObject({
      name: "InvalidPermission.Duplicate",
      message:
        'the specified rule "peer: 10.0.0.0/8, TCP, from port: 443, to port: 443, ALLOW" already exists',
    });
  });

  it("lets a group have sixty rules in a direction for each family, groups counting in both", async () => {
    const range = (from: number, count: number) =>
      Array.from({ length: count }, (_item, index) => permission("10.0.0.0/8", from + index));
    await allow(...range(1, 60));
    await expect(allow(permission("10.0.0.0/8", 99))).rejects.toMatchObject({
      name: "RulesPerSecurityGroupLimitExceeded",
      message: "The maximum number of rules per security group has been reached.",
    });
    await expect(allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] })).rejects.toMatchObject({
      name: "RulesPerSecurityGroupLimitExceeded",
    });
    await allow({ IpProtocol: "-1", Ipv6Ranges: [{ CidrIpv6: "::/0" }] });
    expect(await readRules()).toHaveLength(61);
  });

  it("names groups of a peered VPC only, and of its own", async () => {
    const [, staging, data] = sandbox.regionWorld().vpcs.map((vpc) => vpc.VpcId);
    const far = await createGroup(staging);
    const peered = await createGroup(data);
    await expect(allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: far }] })).rejects.toMatchObject({
      name: "InvalidGroup.NotFound",
      message: "You have specified two resources that belong to different networks.",
    });
    const [rule] = await allow({ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: peered }] });
    expect(rule?.ReferencedGroupInfo).toMatchObject({
      GroupId: peered,
      VpcId: data,
      PeeringStatus: "active",
      VpcPeeringConnectionId: expect.stringMatching(/^pcx-/) as string,
    });
  });

  it("takes inbound rules in the old way of writing one", async () => {
    const flat: AuthorizeSecurityGroupIngressCommandInput = {
      GroupId,
      IpProtocol: "tcp",
      FromPort: 22,
      ToPort: 22,
      CidrIp: "192.0.2.0/24",
    };
    await ec2.send(new AuthorizeSecurityGroupIngressCommand(flat));
    expect(await readRules()).toMatchObject([{ IpProtocol: "tcp", FromPort: 22, CidrIpv4: "192.0.2.0/24" }]);
    await ec2.send(new RevokeSecurityGroupIngressCommand(flat));
    expect(await readRules()).toEqual([]);
    await expect(ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId }))).rejects.toMatchObject({
      name: "MissingParameter",
    });
    await expect(
      ec2.send(
        new AuthorizeSecurityGroupIngressCommand({ ...flat, IpPermissions: [permission("10.0.0.0/8")] }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
  });
});

describe("revoking rules", () => {
  it("goes by permissions or by ids, and tells what was revoked", async () => {
    const [first, second] = await allow(permission("10.0.0.0/8", 1, "one"), permission("10.0.0.0/8", 2));
    const byPermission = await ec2.send(
      new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permission("10.0.0.0/8", 1)] }),
    );
    expect(byPermission).toMatchObject({
      Return: true,
      RevokedSecurityGroupRules: [
        { SecurityGroupRuleId: first?.SecurityGroupRuleId, CidrIpv4: "10.0.0.0/8", Description: "one" },
      ],
    });
    const SecurityGroupRuleIds = [second?.SecurityGroupRuleId ?? ""];
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds }));
    expect(await readRules()).toEqual([]);
    await expect(
      ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds })),
    ).rejects.toMatchObject({
      name: "InvalidSecurityGroupRuleId.NotFound",
      message: `The security group rule ID '${SecurityGroupRuleIds[0] ?? ""}' does not exist`,
    });
  });

  it("fails for a rule that is not there, revoking none; in the default VPC it lists it instead", async () => {
    await allow(permission("10.0.0.0/8", 1));
    const IpPermissions = [permission("10.0.0.0/8", 1), permission("10.0.0.0/8", 2)];
    await expect(
      ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions })),
    ).rejects.toMatchObject({
      name: "InvalidPermission.NotFound",
      message: "The specified rule does not exist in this security group.",
    });
    expect(await readRules()).toHaveLength(1);
    const vpc = sandbox.regionWorld().vpcs.find((candidate) => candidate.VpcId === vpcId);
    Object.assign(vpc ?? {}, { IsDefault: true });
    const answer = await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    Object.assign(vpc ?? {}, { IsDefault: false });
    expect(answer.UnknownIpPermissions).toMatchObject([{ FromPort: 2, ToPort: 2 }]);
    expect(answer.RevokedSecurityGroupRules).toHaveLength(1);
    expect(await readRules()).toEqual([]);
  });

  it("needs to be told which, and keeps the directions apart", async () => {
    const [rule] = await readRules(true);
    const SecurityGroupRuleIds = [rule?.SecurityGroupRuleId ?? ""];
    await expect(
      ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds })),
    ).rejects.toMatchObject({ name: "InvalidSecurityGroupRuleId.NotFound" });
    await expect(ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId }))).rejects.toMatchObject({
      name: "MissingParameter",
    });
    await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, SecurityGroupRuleIds }));
    expect((await read())?.IpPermissionsEgress).toEqual([]);
  });
});

describe("changing rules", () => {
  it("keeps a rule's id and tags, and changes all or none", async () => {
    const [first, second] = await allow(permission("10.0.0.0/8", 1), permission("10.0.0.0/8", 2));
    const modify = (...requests: [SecurityGroupRule | undefined, SecurityGroupRuleRequest][]) =>
      ec2.send(
        new ModifySecurityGroupRulesCommand({
          GroupId,
          SecurityGroupRules: requests.map(([rule, SecurityGroupRule]) => ({
            SecurityGroupRuleId: rule?.SecurityGroupRuleId,
            SecurityGroupRule,
          })),
        }),
      );
    const ports = { IpProtocol: "tcp", FromPort: 22, ToPort: 22 };
    const ssh = { ...ports, CidrIpv4: "192.0.2.0/24" };
    await modify([first, { ...ssh, Description: "ssh" }]);
    expect((await readRules())[0]).toMatchObject({ ...ssh, SecurityGroupRuleId: first?.SecurityGroupRuleId });
    await expect(
      modify(
        [first, { IpProtocol: "tcp", FromPort: 9, ToPort: 9, CidrIpv4: "10.0.0.0/8" }],
        [second, { IpProtocol: "tcp", FromPort: 9, ToPort: 9, CidrIpv4: "10.0.0.0/8" }],
      ),
    ).rejects.toMatchObject({ name: "InvalidPermission.Duplicate" });
    const refusals: [SecurityGroupRuleRequest, string, string][] = [
      [
        { ...ssh, CidrIpv6: "2001:db8::/32" },
        "InvalidParameterCombination",
        "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified",
      ],
      [
        ports,
        "MissingParameter",
        "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId",
      ],
      [
        { CidrIpv4: "192.0.2.0/24" },
        "InvalidParameterValue",
        "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.",
      ],
      [{ ...ports, CidrIpv6: "2001:db8::/32" }, "InvalidParameterValue", otherKind("CidrIpv6", first)],
      [
        { ...ports, ReferencedGroupId: GroupId },
        "InvalidParameterValue",
        otherKind("a referenced group id", first),
      ],
    ];
    for (const [request, name, message] of refusals) {
      await expect(modify([first, request])).rejects.toMatchObject({ name, message });
    }
    await expect(modify([{ SecurityGroupRuleId: "sgr-0123456789abcdef0" }, ssh])).rejects.toMatchObject({
      name: "InvalidSecurityGroupRuleId.NotFound",
    });
    expect((await readRules()).map((rule) => rule.FromPort)).toEqual([22, 2]);
  });

  it("describes rules anew, or no longer", async () => {
    const [rule] = await allow(permission("10.0.0.0/8", 1, "before"));
    await ec2.send(
      new UpdateSecurityGroupRuleDescriptionsIngressCommand({
        GroupId,
        IpPermissions: [permission("10.0.0.0/8", 1, "after")],
      }),
    );
    expect((await readRules())[0]?.Description).toBe("after");
    await ec2.send(
      new UpdateSecurityGroupRuleDescriptionsIngressCommand({
        GroupId,
        SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId: rule?.SecurityGroupRuleId }],
      }),
    );
    expect((await readRules())[0]).not.toHaveProperty("Description");
    await ec2.send(
      new UpdateSecurityGroupRuleDescriptionsEgressCommand({
        GroupId,
        IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "out" }] }],
      }),
    );
    expect((await readRules(true))[0]?.Description).toBe("out");
    await expect(
      ec2.send(
        new UpdateSecurityGroupRuleDescriptionsIngressCommand({
          GroupId,
          IpPermissions: [permission("10.0.0.0/8", 7, "nothing")],
        }),
      ),
    ).rejects.toMatchObject({ name: "InvalidPermission.NotFound" });
  });

  it("is the same going out", async () => {
    const IpPermissions = [permission("10.0.0.0/8", 5432)];
    await ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions }));
    expect((await readRules(true)).map((rule) => rule.IpProtocol)).toEqual(["-1", "tcp"]);
    await expect(
      ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions })),
    ).rejects.toMatchObject({ name: "InvalidPermission.Duplicate" });
  });
});
