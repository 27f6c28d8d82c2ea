import type { SecurityGroup, Subnet } from "@aws-sdk/client-ec2";
import type { VpcConfig, VpcConfigResponse } from "@aws-sdk/client-lambda";
import { findIpv6CidrBlock } from "../../../lambda-interfaces/allocate-ipv6-address";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import type { CallerContext } from "../../iam/evaluation/caller-context";
import { invalidParameterValue } from "../lambda-errors";
import { checkMayDescribe } from "./check-caller-rights";

/**
 * What Lambda makes of a requested VpcConfig, after the checks that it makes with the caller's EC2 rights, in AWS's order:
 * both lists or none, security groups, subnets, one VPC, tenancy, zone, IPv6. Two empty lists detach. Throws
 * InvalidParameterValueException, and AccessDeniedException where EC2 denies the caller. An `Ipv6AllowedForDualStack` that is left out counts as false.
 */
export function resolveVpcConfig(
  context: CallerContext & Pick<HandlerContext, "regionWorld">,
  vpcConfig: VpcConfig,
): VpcConfigResponse {
  const { regionWorld } = context;
  const subnetIds = [...new Set(vpcConfig.SubnetIds ?? [])];
  const securityGroupIds = [...new Set(vpcConfig.SecurityGroupIds ?? [])];
  const isWhole = vpcConfig.SubnetIds !== undefined && vpcConfig.SecurityGroupIds !== undefined;
  if (!isWhole || (subnetIds.length === 0) !== (securityGroupIds.length === 0)) {
    throw invalidParameterValue("SubnetIds and SecurityIds must coexist or be both empty list.");
  }
  if (subnetIds.length === 0) {
    return { SubnetIds: [], SecurityGroupIds: [], VpcId: "", Ipv6AllowedForDualStack: false };
  }
  checkMayDescribe(context, "DescribeSecurityGroups", securityGroupIds);
  const groups = securityGroupIds.map((id) => getSecurityGroup(regionWorld, id));
  checkMayDescribe(context, "DescribeSubnets", subnetIds);
  const subnets = subnetIds.map((id) => getSubnet(regionWorld, id));
  const vpcId = getCommonVpcId(groups, subnets);
  checkMayDescribe(context, "DescribeVpcs", [vpcId]);
  checkMayDescribe(context, "GetSecurityGroupsForVpc", [vpcId]);
  checkTenancy(regionWorld, vpcId);
  for (const subnet of subnets) checkZone(regionWorld, subnet);
  const isDualStack = vpcConfig.Ipv6AllowedForDualStack ?? false;
  if (isDualStack) checkDualStack(subnets);
  return {
    SubnetIds: subnetIds,
    SecurityGroupIds: securityGroupIds,
    VpcId: vpcId,
    Ipv6AllowedForDualStack: isDualStack,
  };
}

function getSecurityGroup(regionWorld: RegionWorld, id: string): SecurityGroup {
  const group = regionWorld.securityGroups.find((candidate) => candidate.GroupId === id);
  if (group !== undefined) return group;
  throw invalidParameterValue(
    `Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group '${id}' does not exist`,
  );
}

function getSubnet(regionWorld: RegionWorld, id: string): Subnet {
  const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === id);
  if (subnet !== undefined) return subnet;
  throw invalidParameterValue(
    `Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID '${id}' does not exist`,
  );
}

function getCommonVpcId(groups: readonly SecurityGroup[], subnets: readonly Subnet[]): string {
  const [vpcId, ...others] = new Set(subnets.map((subnet) => subnet.VpcId));
  // AWS's wording for subnets that span VPCs is not on record.
  if (vpcId === undefined || others.length > 0) {
    throw invalidParameterValue("Subnets are required to be in the same VPC");
  }
  if (groups.some((group) => group.VpcId !== vpcId)) {
    throw invalidParameterValue("Security Groups are required to be in the same VPC");
  }
  return vpcId;
}

/** Refused by AWS (configuration-vpc); its wording is not on record. */
function checkTenancy(regionWorld: RegionWorld, vpcId: string): void {
  const vpc = regionWorld.vpcs.find((candidate) => candidate.VpcId === vpcId);
  if (vpc?.InstanceTenancy !== "dedicated") return;
  throw invalidParameterValue(`Lambda does not support VPCs with dedicated instance tenancy: ${vpcId}`);
}

/** Local Zones, Wavelength Zones and Outposts have no Lambda. */
function checkZone(regionWorld: RegionWorld, subnet: Subnet): void {
  const zone = regionWorld.availabilityZones.find(
    (candidate) => candidate.ZoneName === subnet.AvailabilityZone,
  );
  const isOrdinaryZone = (zone?.ZoneType ?? "availability-zone") === "availability-zone";
  if (isOrdinaryZone && subnet.OutpostArn === undefined) return;
  throw invalidParameterValue(
    "The provided subnets contain availability zone Lambda doesn't support. Please use a different set of subnets.",
  );
}

/** Every subnet must have both kinds of addresses (configuration-vpc); AWS's wording is not on record. */
function checkDualStack(subnets: readonly Subnet[]): void {
  const single = subnets.find((subnet) => findIpv6CidrBlock(subnet) === undefined);
  if (single === undefined) return;
  throw invalidParameterValue(
    `Ipv6AllowedForDualStack requires subnets with both IPv4 and IPv6 CIDR blocks: ${single.SubnetId} has no IPv6 CIDR block`,
  );
}
