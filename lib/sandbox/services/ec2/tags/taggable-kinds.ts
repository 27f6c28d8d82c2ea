import { exclusionCollection } from "../account/block-public-access/describe-exclusions";
import {
  encryptionControlCollection,
  listEncryptionControls,
} from "../account/encryption-controls/describe-vpc-encryption-controls";
import { allocationIds } from "../addresses/address-ids";
import { dhcpOptionsCollection } from "../dhcp-options/describe-dhcp-options";
import { vpcEndpointIds } from "../endpoints/endpoint-ids";
import { egressOnlyInternetGatewayCollection } from "../gateways/describe-egress-only-internet-gateways";
import { internetGatewayCollection } from "../gateways/describe-internet-gateways";
import { instanceIds } from "../instances/instance-ids";
import { networkInterfaceIds } from "../interfaces/network-interface-ids";
import { natGatewayCollection } from "../nat-gateways/describe-nat-gateways";
import { networkAclIds } from "../network-acls/network-acl-ids";
import { peeringIds } from "../peering/peering-ids";
import { managedPrefixListIds } from "../prefix-lists/managed-prefix-list-ids";
import { routeTableCollection } from "../routes/describe-route-tables";
import { securityGroupRuleIds } from "../security-groups/rules/security-group-rule-ids";
import { securityGroupIds } from "../security-groups/security-group-ids";
import { subnetCollection } from "../subnets/describe-subnets";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { taggableKind, type TaggableKind } from "./taggable-kind";
import { TRANSIT_KINDS } from "./transit-kinds";

const networkInterfaces: TaggableKind = {
  ...taggableKind(
    "network-interface",
    networkInterfaceIds,
    () => [],
    () => undefined,
  ),
  list: (regionWorld) =>
    regionWorld.networkInterfaces.map((eni) => ({
      id: eni.NetworkInterfaceId ?? "",
      tags: eni.TagSet ?? [],
      setTags: (tags) => {
        eni.TagSet = tags;
      },
    })),
};

/** Every kind that can have tags, the longer of two prefixes first. */
export const TAGGABLE_KINDS: readonly TaggableKind[] = [
  taggableKind(
    "vpc-block-public-access-exclusion",
    exclusionCollection,
    (world) => world.controls.blockPublicAccessExclusions,
    (one) => one.ExclusionId,
  ),
  taggableKind(
    "vpc-encryption-control",
    encryptionControlCollection,
    listEncryptionControls,
    (one) => one.VpcEncryptionControlId,
  ),
  taggableKind(
    "vpc-endpoint",
    vpcEndpointIds,
    (world) => world.vpcEndpoints,
    (one) => one.VpcEndpointId,
  ),
  taggableKind(
    "vpc",
    vpcCollection,
    (world) => world.vpcs,
    (one) => one.VpcId,
  ),
  taggableKind(
    "subnet",
    subnetCollection,
    (world) => world.subnets,
    (one) => one.SubnetId,
  ),
  taggableKind(
    "route-table",
    routeTableCollection,
    (world) => world.routeTables,
    (one) => one.RouteTableId,
  ),
  taggableKind(
    "security-group",
    securityGroupIds,
    (world) => world.securityGroups,
    (one) => one.GroupId,
  ),
  taggableKind(
    "security-group-rule",
    securityGroupRuleIds,
    (world) => world.securityGroupRules,
    (one) => one.SecurityGroupRuleId,
  ),
  taggableKind(
    "network-acl",
    networkAclIds,
    (world) => world.networkAcls,
    (one) => one.NetworkAclId,
  ),
  networkInterfaces,
  taggableKind(
    "internet-gateway",
    internetGatewayCollection,
    (world) => world.internetGateways,
    (one) => one.InternetGatewayId,
  ),
  taggableKind(
    "egress-only-internet-gateway",
    egressOnlyInternetGatewayCollection,
    (world) => world.egressOnlyInternetGateways,
    (one) => one.EgressOnlyInternetGatewayId,
  ),
  taggableKind(
    "natgateway",
    natGatewayCollection,
    (world) => world.natGateways,
    (one) => one.NatGatewayId,
  ),
  taggableKind(
    "vpc-peering-connection",
    peeringIds,
    (world) => world.vpcPeeringConnections,
    (one) => one.VpcPeeringConnectionId,
  ),
  taggableKind(
    "prefix-list",
    managedPrefixListIds,
    (world) => world.managedPrefixLists,
    (one) => one.PrefixListId,
  ),
  taggableKind(
    "elastic-ip",
    allocationIds,
    (world) => world.addresses,
    (one) => one.AllocationId,
  ),
  taggableKind(
    "instance",
    instanceIds,
    (world) => world.instances,
    (one) => one.InstanceId,
  ),
  taggableKind(
    "dhcp-options",
    dhcpOptionsCollection,
    (world) => world.dhcpOptions,
    (one) => one.DhcpOptionsId,
  ),
  ...TRANSIT_KINDS,
];
