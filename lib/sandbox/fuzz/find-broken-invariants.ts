import type { Route, RouteTable, Subnet } from "@aws-sdk/client-ec2";
import { findInterfacePair, interfaceKey } from "../lambda-interfaces/interface-key";
import type { RegionWorld } from "../world/world";

/** First four and last address of a subnet are AWS's. */
const RESERVED = 5;

function leadsNowhere(region: RegionWorld, table: RouteTable, route: Route): boolean {
  if (route.State === "blackhole" || route.GatewayId === "local") return false;
  const { GatewayId: gatewayId, NatGatewayId: natId, NetworkInterfaceId: eniId } = route;
  if (gatewayId?.startsWith("igw-") === true) {
    const gateway = region.internetGateways.find((candidate) => candidate.InternetGatewayId === gatewayId);
    return gateway?.Attachments?.some(({ VpcId }) => VpcId === table.VpcId) !== true;
  }
  if (gatewayId?.startsWith("vpce-") === true) {
    return !region.vpcEndpoints.some((candidate) => candidate.VpcEndpointId === gatewayId);
  }
  if (natId !== undefined) {
    const nat = region.natGateways.find((candidate) => candidate.NatGatewayId === natId);
    return nat === undefined || nat.State === "deleted";
  }
  return eniId !== undefined && !region.networkInterfaces.some((eni) => eni.NetworkInterfaceId === eniId);
}

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

function usedAddresses(region: RegionWorld, subnetId: string | undefined): number {
  return region.networkInterfaces
    .filter((eni) => eni.SubnetId === subnetId)
    .reduce((sum, eni) => sum + (eni.PrivateIpAddresses?.length ?? 0), 0);
}

/** What must hold of a region whatever was called; `shown` is what its reads say. One line for each breach. */
export function findBrokenInvariants(
  region: RegionWorld,
  shown: { subnets: readonly Subnet[]; routeTables: readonly RouteTable[] },
): string[] {
  const vpcIds = new Set(region.vpcs.map((vpc) => vpc.VpcId));
  const subnetIds = new Set(region.subnets.map((subnet) => subnet.SubnetId));
  const groupIds = new Set(region.securityGroups.map((group) => group.GroupId));
  const aclSubnets = region.networkAcls.flatMap((acl) =>
    (acl.Associations ?? []).map((item) => item.SubnetId ?? ""),
  );
  const tableSubnets = shown.routeTables.flatMap((table) =>
    (table.Associations ?? []).flatMap((item) => item.SubnetId ?? []),
  );
  const pairs = region.networkInterfaces
    .filter((eni) => eni.Status !== "available")
    .flatMap((eni) => findInterfacePair(eni) ?? []);
  const inVpc = [
    ...region.subnets,
    ...region.routeTables,
    ...region.networkAcls,
    ...region.securityGroups,
    ...region.vpcEndpoints,
  ];
  return [
    ...inVpc.filter(({ VpcId }) => !vpcIds.has(VpcId)).map((item) => `of no VPC: ${JSON.stringify(item)}`),
    ...region.networkInterfaces
      .filter((eni) => !subnetIds.has(eni.SubnetId))
      .map((eni) => `interface in no subnet: ${eni.NetworkInterfaceId ?? ""}`),
    ...region.networkInterfaces
      .filter((eni) => eni.Groups?.some((group) => !groupIds.has(group.GroupId)))
      .map((eni) => `interface of a deleted group: ${eni.NetworkInterfaceId ?? ""}`),
    ...shown.routeTables.flatMap((table) =>
      (table.Routes ?? [])
        .filter((route) => leadsNowhere(region, table, route))
        .map((route) => `route to nothing: ${JSON.stringify(route)}`),
    ),
    ...shown.subnets
      .filter((subnet) => {
        const size = 2 ** (32 - Number(subnet.CidrBlock?.split("/")[1]));
        return subnet.AvailableIpAddressCount !== size - RESERVED - usedAddresses(region, subnet.SubnetId);
      })
      .map((subnet) => `free addresses do not add up: ${JSON.stringify(subnet)}`),
    ...repeated(pairs.map(interfaceKey)).map((key) => `two Lambda interfaces for ${key}`),
    ...repeated(
      region.networkInterfaces.map((eni) => `${eni.SubnetId ?? ""} ${eni.PrivateIpAddress ?? ""}`),
    ).map((key) => `two interfaces on ${key}`),
    ...[...aclSubnets, ...tableSubnets]
      .filter((id) => !subnetIds.has(id))
      .map((id) => `association of ${id}`),
    ...[...repeated(aclSubnets), ...repeated(tableSubnets)].map((id) => `two associations of ${id}`),
    ...region.subnets
      .filter((subnet) => !aclSubnets.includes(subnet.SubnetId ?? ""))
      .map((subnet) => `no network ACL for ${subnet.SubnetId ?? ""}`),
    ...region.securityGroupRules
      .filter((rule) => !groupIds.has(rule.GroupId))
      .map((rule) => `rule of a deleted group: ${rule.SecurityGroupRuleId ?? ""}`),
  ];
}
