import {
  ModifySecurityGroupRulesCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroupRule,
  type SecurityGroupRuleRequest,
  UpdateSecurityGroupRuleDescriptionsEgressCommand,
  UpdateSecurityGroupRuleDescriptionsIngressCommand,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { permission, withRulesWorld } from "./rules-world.test-builder";

const world = withRulesWorld();

/** How a rule is kept from becoming one of another kind. */
const otherKind = (asked: string, rule: SecurityGroupRule | undefined) =>
  `Invalid rule type for security group rule '${rule?.SecurityGroupRuleId ?? ""}'. You may not specify ${asked} for an existing IPv4 CIDR rule.`;

describe("revoking rules", () => {
  it("goes by permissions or by ids, and tells what was revoked", async () => {
    const [first, second] = await world.allow(
      permission("10.0.0.0/8", 1, "one"),
      permission("10.0.0.0/8", 2),
    );
    const byPermission = await world.ec2.send(
      new RevokeSecurityGroupIngressCommand({
        GroupId: world.GroupId,
        IpPermissions: [permission("10.0.0.0/8", 1)],
      }),
    );
    expect(byPermission).toMatchObject({
      Return: true,
      RevokedSecurityGroupRules: [
        { SecurityGroupRuleId: first?.SecurityGroupRuleId, CidrIpv4: "10.0.0.0/8", Description: "one" },
      ],
    });
    const SecurityGroupRuleIds = [second?.SecurityGroupRuleId ?? ""];
    await world.ec2.send(
      new RevokeSecurityGroupIngressCommand({ GroupId: world.GroupId, SecurityGroupRuleIds }),
    );
    expect(await world.readRules()).toEqual([]);
    await expect(
      world.ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: world.GroupId, SecurityGroupRuleIds })),
    ).rejects.toMatchObject({
      name: "InvalidSecurityGroupRuleId.NotFound",
      message: `The security group rule ID '${SecurityGroupRuleIds[0] ?? ""}' does not exist`,
    });
  });

  it("fails for a rule that is not there, revoking none; in the default VPC it lists it instead", async () => {
    await world.allow(permission("10.0.0.0/8", 1));
    const IpPermissions = [permission("10.0.0.0/8", 1), permission("10.0.0.0/8", 2)];
    await expect(
      world.ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: world.GroupId, IpPermissions })),
    ).rejects.toMatchObject({
      name: "InvalidPermission.NotFound",
      message: "The specified rule does not exist in this security group.",
    });
    expect(await world.readRules()).toHaveLength(1);
    const vpc = world.sandbox.regionWorld().vpcs.find((candidate) => candidate.VpcId === world.vpcId);
    Object.assign(vpc ?? {}, { IsDefault: true });
    const answer = await world.ec2.send(
      new RevokeSecurityGroupIngressCommand({ GroupId: world.GroupId, IpPermissions }),
    );
    Object.assign(vpc ?? {}, { IsDefault: false });
    expect(answer.UnknownIpPermissions).toMatchObject([{ FromPort: 2, ToPort: 2 }]);
    expect(answer.RevokedSecurityGroupRules).toHaveLength(1);
    expect(await world.readRules()).toEqual([]);
  });

  it("needs to be told which, and keeps the directions apart", async () => {
    const [rule] = await world.readRules(true);
    const SecurityGroupRuleIds = [rule?.SecurityGroupRuleId ?? ""];
    await expect(
      world.ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId: world.GroupId, SecurityGroupRuleIds })),
    ).rejects.toMatchObject({ name: "InvalidSecurityGroupRuleId.NotFound" });
    await expect(
      world.ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId: world.GroupId })),
    ).rejects.toMatchObject({
      name: "MissingParameter",
    });
    await world.ec2.send(
      new RevokeSecurityGroupEgressCommand({ GroupId: world.GroupId, SecurityGroupRuleIds }),
    );
    expect((await world.read())?.IpPermissionsEgress).toEqual([]);
  });
});

describe("changing rules", () => {
  it("keeps a rule's id and tags, and changes all or none", async () => {
    const [first, second] = await world.allow(permission("10.0.0.0/8", 1), permission("10.0.0.0/8", 2));
    const modify = (...requests: [SecurityGroupRule | undefined, SecurityGroupRuleRequest][]) =>
      world.ec2.send(
        new ModifySecurityGroupRulesCommand({
          GroupId: world.GroupId,
          SecurityGroupRules: requests.map(([rule, SecurityGroupRule]) => ({
            SecurityGroupRuleId: rule?.SecurityGroupRuleId,
            SecurityGroupRule,
          })),
        }),
      );
    const ports = { IpProtocol: "tcp", FromPort: 22, ToPort: 22 };
    const ssh = { ...ports, CidrIpv4: "192.0.2.0/24" };
    await modify([first, { ...ssh, Description: "ssh" }]);
    expect((await world.readRules())[0]).toMatchObject({
      ...ssh,
      SecurityGroupRuleId: first?.SecurityGroupRuleId,
    });
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
        { ...ports, ReferencedGroupId: world.GroupId },
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
    expect((await world.readRules()).map((rule) => rule.FromPort)).toEqual([22, 2]);
  });

  it("describes rules anew, or no longer", async () => {
    const [rule] = await world.allow(permission("10.0.0.0/8", 1, "before"));
    await world.ec2.send(
      new UpdateSecurityGroupRuleDescriptionsIngressCommand({
        GroupId: world.GroupId,
        IpPermissions: [permission("10.0.0.0/8", 1, "after")],
      }),
    );
    expect((await world.readRules())[0]?.Description).toBe("after");
    await world.ec2.send(
      new UpdateSecurityGroupRuleDescriptionsIngressCommand({
        GroupId: world.GroupId,
        SecurityGroupRuleDescriptions: [{ SecurityGroupRuleId: rule?.SecurityGroupRuleId }],
      }),
    );
    expect((await world.readRules())[0]).not.toHaveProperty("Description");
    await world.ec2.send(
      new UpdateSecurityGroupRuleDescriptionsEgressCommand({
        GroupId: world.GroupId,
        IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "out" }] }],
      }),
    );
    expect((await world.readRules(true))[0]?.Description).toBe("out");
    await expect(
      world.ec2.send(
        new UpdateSecurityGroupRuleDescriptionsIngressCommand({
          GroupId: world.GroupId,
          IpPermissions: [permission("10.0.0.0/8", 7, "nothing")],
        }),
      ),
    ).rejects.toMatchObject({ name: "InvalidPermission.NotFound" });
  });
});
