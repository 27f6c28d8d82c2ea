import type { SecurityGroupForVpc } from "@aws-sdk/client-ec2";
import { isLambdaInterface, interfaceSecurityGroupIds } from "../network/connections/lambda-interface";
import { sharerName } from "../network/connections/functions-of-interface";
import { coverageOf, describeGap } from "../network/coverage-of";
import { subnetIneligibility } from "../network/eligibility/subnet-ineligibility";
import { vpcIneligibility } from "../network/eligibility/vpc-ineligibility";
import { nameTag } from "../network/name-tag";
import type { Network, Resource } from "../network/network";
import type { Recorded } from "../network/resources";
import { classifySubnet } from "../network/routing/classify-subnet";
import type { Attachment } from "../network/vpc-config";
import type {
  ConnectionUser,
  InterfaceFacts,
  PlanFacts,
  Reading,
  SecurityGroupFacts,
  SubnetFacts,
} from "./plan-facts";

/** What was read just now of the things a plan names. Only those found are in the lists. */
export interface LiveReadings {
  subnets: Reading<readonly Resource<"Subnets">[]>;
  securityGroups: Reading<readonly Resource<"SecurityGroups">[]>;
  /** Those of the groups asked for that AWS lists for the VPC without their being of it: associated or shared. */
  offeredGroups: Reading<readonly Recorded<SecurityGroupForVpc>[]>;
  /** Lambda's interfaces of the VPCs concerned. */
  networkInterfaces: Reading<readonly Resource<"NetworkInterfaces">[]>;
}

export interface FactSelection {
  network: Network;
  live: LiveReadings;
  before: Attachment | null;
  after: Attachment | null;
  /** Null for a function that does not exist yet. */
  functionArn: string | null;
}

/** Picks out of the network and the fresh readings what a plan's checks and preview rest on. */
export function selectFacts(
  selection: FactSelection,
): Pick<
  PlanFacts,
  | "subnets"
  | "securityGroups"
  | "vpc"
  | "interfaces"
  | "users"
  | "lambdaInterfaceCount"
  | "before"
  | "beforeVpcName"
  | "after"
> {
  const { live, before, after } = selection;
  const subnets = (after?.subnetIds ?? []).map((subnetId) => selectSubnet(selection, subnetId));
  const vpc = selectVpc(selection, subnets.find(({ vpcId }) => vpcId !== null)?.vpcId ?? null);
  const beforeVpcId = before === null ? null : deriveVpcId(selection.network, before);
  return {
    before: before === null ? null : { ...before, vpcId: beforeVpcId ?? "" },
    beforeVpcName: selectVpc(selection, beforeVpcId)?.name ?? null,
    after: after === null ? null : { ...after, vpcId: vpc?.vpcId ?? "" },
    subnets,
    securityGroups: (after?.securityGroupIds ?? []).map((groupId) =>
      selectSecurityGroup(selection, groupId, vpc?.vpcId),
    ),
    vpc,
    interfaces: mapReading(live.networkInterfaces, (all) =>
      all.filter(isLambdaInterface).flatMap(toInterface),
    ),
    users: selectUsers(selection),
    lambdaInterfaceCount: mapReading(
      live.networkInterfaces,
      (all) => all.filter((one) => one.VpcId === vpc?.vpcId && isLambdaInterface(one)).length,
    ),
  };
}

function selectSubnet({ network, live }: FactSelection, subnetId: string): SubnetFacts {
  const fresh = findFresh(live.subnets, ({ SubnetId }) => SubnetId === subnetId);
  const known = fresh.resource ?? network.subnets.get(subnetId)?.resource;
  const { kind, reason } = classifySubnet(network, subnetId);
  return {
    subnetId,
    name: known ? nameTag(known) : null,
    presence: fresh.isRead ? (fresh.resource ? "present" : "absent") : known ? "present" : "unread",
    vpcId: known?.VpcId ?? null,
    availabilityZone: known?.AvailabilityZone ?? null,
    cidrBlock: known?.CidrBlock ?? null,
    hasIpv6: known ? hasIpv6(known) : null,
    availableIpAddressCount: fresh.resource?.AvailableIpAddressCount ?? null,
    kind,
    kindReason: reason,
    ineligibleReason: subnetIneligibility(network, subnetId) ?? null,
  };
}

function hasIpv6({ Ipv6CidrBlockAssociationSet }: Resource<"Subnets">): boolean {
  return (Ipv6CidrBlockAssociationSet ?? []).some(
    ({ Ipv6CidrBlock, Ipv6CidrBlockState }) =>
      Boolean(Ipv6CidrBlock) && (Ipv6CidrBlockState?.State ?? "associated") === "associated",
  );
}

function selectSecurityGroup(
  { network, live }: FactSelection,
  groupId: string,
  wantedVpcId: string | undefined,
): SecurityGroupFacts {
  const fresh = findFresh(live.securityGroups, ({ GroupId }) => GroupId === groupId);
  const known = fresh.resource ?? network.securityGroups.get(groupId)?.resource;
  const offered = findFresh(live.offeredGroups, ({ GroupId }) => GroupId === groupId);
  const isFound = fresh.resource !== undefined || offered.resource !== undefined;
  const vpcId = known?.VpcId ?? offered.resource?.PrimaryVpcId ?? null;
  const shown = known ?? offered.resource;
  return {
    groupId,
    name: shown ? (nameTag(shown) ?? shown.GroupName ?? null) : null,
    presence: isFound ? "present" : fresh.isRead ? "absent" : known ? "present" : "unread",
    vpcId,
    offered:
      vpcId === null || vpcId === wantedVpcId
        ? null
        : mapReading(live.offeredGroups, () => offered.resource !== undefined),
    hasEgress: known?.IpPermissionsEgress === undefined ? null : known.IpPermissionsEgress.length > 0,
  };
}

function selectVpc({ network }: FactSelection, vpcId: string | null): PlanFacts["vpc"] {
  if (vpcId === null) return null;
  const vpc = network.vpcs.get(vpcId)?.resource;
  return {
    vpcId,
    name: vpc ? nameTag(vpc) : null,
    ineligibleReason: vpcIneligibility(network, vpcId) ?? null,
    instanceTenancy: vpc?.InstanceTenancy ?? null,
  };
}

/** Everyone else who is attached; the function's own published versions count as others. */
function selectUsers({ network, functionArn }: FactSelection): Reading<ConnectionUser[]> {
  const gap = describeGap("ListFunctions", coverageOf(network, "ListFunctions"));
  if (gap !== undefined) return { status: "unread", reason: gap };
  const all = [...network.functions.values(), ...network.functionVersions.values()];
  return {
    status: "read",
    value: all.flatMap((fn) =>
      fn.attachment === null || fn.arn === functionArn
        ? []
        : [{ label: sharerName(fn), attachment: fn.attachment }],
    ),
  };
}

function deriveVpcId(network: Network, { vpcId, subnetIds }: Attachment): string {
  const derived = subnetIds
    .map((id) => network.subnets.get(id)?.resource.VpcId)
    .find((id) => id !== undefined);
  return derived ?? vpcId;
}

function toInterface(resource: Resource<"NetworkInterfaces">): InterfaceFacts[] {
  const { NetworkInterfaceId, SubnetId } = resource;
  if (!NetworkInterfaceId || !SubnetId) return [];
  return [
    {
      networkInterfaceId: NetworkInterfaceId,
      subnetId: SubnetId,
      securityGroupIds: interfaceSecurityGroupIds(resource),
    },
  ];
}

function findFresh<Item>(
  reading: Reading<readonly Item[]>,
  matches: (item: Item) => boolean,
): { isRead: boolean; resource: Item | undefined } {
  if (reading.status === "unread") return { isRead: false, resource: undefined };
  return { isRead: true, resource: reading.value.find(matches) };
}

function mapReading<From, To>(reading: Reading<From>, map: (value: From) => To): Reading<To> {
  return reading.status === "unread" ? reading : { status: "read", value: map(reading.value) };
}
