import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  type IpPermission,
} from "@aws-sdk/client-ec2";
import { describeQuotas, fill, type Quota, type QuotaPlace } from "./describe-quotas.test-builder";

const permission = (from: number, member: "IpRanges" | "Ipv6Ranges"): IpPermission => ({
  IpProtocol: "tcp",
  FromPort: from,
  ToPort: from,
  ...(member === "IpRanges"
    ? { IpRanges: [{ CidrIp: "10.0.0.0/8" }] }
    : { Ipv6Ranges: [{ CidrIpv6: "::/0" }] }),
});

/** The rules of a new group in one direction and family: those that it is made with are taken away first. */
function rules(direction: "Ingress" | "Egress", member: "IpRanges" | "Ipv6Ranges"): Quota {
  const add = ({ ec2, region }: QuotaPlace, IpPermissions: IpPermission[]) => {
    const input = { GroupId: region.securityGroups[0]?.GroupId, IpPermissions };
    return direction === "Ingress"
      ? ec2.send(new AuthorizeSecurityGroupIngressCommand(input))
      : ec2.send(new AuthorizeSecurityGroupEgressCommand(input));
  };
  return {
    quota: `${direction} rules per security group, ${member}`,
    value: 60,
    code: "L-0EA8095F",
    error: "RulesPerSecurityGroupLimitExceeded",
    prepare: async (place, value) => {
      place.region.securityGroupRules = [];
      await add(
        place,
        Array.from({ length: value - 1 }, (_item, index) => permission(1000 + index, member)),
      );
    },
    ask: (place, turn) => add(place, [permission(turn + 1, member)]),
  };
}

describeQuotas("security groups and their rules", [
  {
    quota: "VPC security groups per Region",
    value: 2500,
    code: "L-E79EC296",
    error: "SecurityGroupLimitExceeded",
    prepare: (place, value) => {
      fill(place.region.securityGroups, value);
    },
    ask: (place, turn) =>
      place.ec2.send(
        new CreateSecurityGroupCommand({
          VpcId: place.vpcId,
          GroupName: `g${String(turn)}`,
          Description: "d",
        }),
      ),
  },
  rules("Ingress", "IpRanges"),
  rules("Ingress", "Ipv6Ranges"),
  rules("Egress", "IpRanges"),
  rules("Egress", "Ipv6Ranges"),
]);
