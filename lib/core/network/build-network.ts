import type { Instance } from "@aws-sdk/client-ec2";
import { availabilityZoneKey } from "./indexing/availability-zone-key";
import { indexConnections } from "./indexing/index-connections";
import { indexFunctions } from "./indexing/index-functions";
import { indexLookups } from "./indexing/index-lookups";
import { indexResources, joinResources, locate } from "./indexing/index-resources";
import type { CaptureFacts, Index, Located, Network } from "./network";
import type { Recorded } from "./resources";
import type { Capture, Snapshot } from "./snapshot";

/** Indexes a snapshot in one pass over its resources. Nothing is copied but what AWS answers in parts. */
export function buildNetwork(snapshot: Pick<Snapshot, "captures">): Network {
  const { captures } = snapshot;
  const ec2 = indexVpcResources(captures);
  const { latest, versions, states } = indexFunctions(captures);
  const indexed = {
    captures: captures.map(toCaptureFacts),
    ...ec2,
    ...indexGateways(captures),
    ...indexTransitGateways(captures),
    ...indexDestinations(captures),
    ...indexConnections(latest, versions, ec2.subnets),
    functionStates: states,
  };
  return { ...indexed, lookups: indexLookups(indexed) };
}

function toCaptureFacts({ accountId, region, capturedAt, coverage }: Capture): CaptureFacts {
  return { accountId, region, capturedAt, coverage: new Map(coverage.map((entry) => [entry.call, entry])) };
}

function indexVpcResources(captures: readonly Capture[]) {
  return {
    vpcs: indexResources(captures, "Vpcs", ({ VpcId }) => VpcId),
    vpcAttributes: joinResources(
      captures,
      "VpcAttributes",
      ({ VpcId }) => VpcId,
      (left, right) => ({ ...left, ...right }),
    ),
    subnets: indexResources(captures, "Subnets", ({ SubnetId }) => SubnetId),
    routeTables: indexResources(captures, "RouteTables", ({ RouteTableId }) => RouteTableId),
    securityGroups: indexResources(captures, "SecurityGroups", ({ GroupId }) => GroupId),
    securityGroupRules: indexResources(
      captures,
      "SecurityGroupRules",
      ({ SecurityGroupRuleId }) => SecurityGroupRuleId,
    ),
    networkAcls: indexResources(captures, "NetworkAcls", ({ NetworkAclId }) => NetworkAclId),
    networkInterfaces: indexResources(
      captures,
      "NetworkInterfaces",
      ({ NetworkInterfaceId }) => NetworkInterfaceId,
    ),
    prefixLists: indexResources(captures, "PrefixLists", ({ PrefixListId }) => PrefixListId),
    managedPrefixLists: indexResources(captures, "ManagedPrefixLists", ({ PrefixListId }) => PrefixListId),
    managedPrefixListEntries: joinResources(
      captures,
      "ManagedPrefixListEntries",
      ({ PrefixListId }) => PrefixListId,
      (left, right) => ({ ...left, Entries: [...left.Entries, ...right.Entries] }),
    ),
    dhcpOptions: indexResources(captures, "DhcpOptions", ({ DhcpOptionsId }) => DhcpOptionsId),
    availabilityZones: indexResources(captures, "AvailabilityZones", ({ ZoneName }, { accountId }) =>
      ZoneName === undefined ? undefined : availabilityZoneKey(accountId, ZoneName),
    ),
  };
}

function indexGateways(captures: readonly Capture[]) {
  return {
    natGateways: indexResources(captures, "NatGateways", ({ NatGatewayId }) => NatGatewayId),
    internetGateways: indexResources(
      captures,
      "InternetGateways",
      ({ InternetGatewayId }) => InternetGatewayId,
    ),
    egressOnlyInternetGateways: indexResources(
      captures,
      "EgressOnlyInternetGateways",
      ({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId,
    ),
    vpcEndpoints: indexResources(captures, "VpcEndpoints", ({ VpcEndpointId }) => VpcEndpointId),
    vpcPeeringConnections: indexResources(
      captures,
      "VpcPeeringConnections",
      ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId,
    ),
    vpnGateways: indexResources(captures, "VpnGateways", ({ VpnGatewayId }) => VpnGatewayId),
    vpnConnections: indexResources(captures, "VpnConnections", ({ VpnConnectionId }) => VpnConnectionId),
    customerGateways: indexResources(
      captures,
      "CustomerGateways",
      ({ CustomerGatewayId }) => CustomerGatewayId,
    ),
    addresses: indexResources(
      captures,
      "Addresses",
      ({ AllocationId, PublicIp }) => AllocationId ?? PublicIp,
    ),
  };
}

function indexTransitGateways(captures: readonly Capture[]) {
  const attachmentId = ({
    TransitGatewayAttachmentId,
  }: {
    TransitGatewayAttachmentId?: string | undefined;
  }) => TransitGatewayAttachmentId;
  const routeTableId = ({
    TransitGatewayRouteTableId,
  }: {
    TransitGatewayRouteTableId?: string | undefined;
  }) => TransitGatewayRouteTableId;
  return {
    transitGateways: indexResources(captures, "TransitGateways", ({ TransitGatewayId }) => TransitGatewayId),
    transitGatewayAttachments: indexResources(captures, "TransitGatewayAttachments", attachmentId),
    transitGatewayVpcAttachments: indexResources(captures, "TransitGatewayVpcAttachments", attachmentId),
    transitGatewayPeeringAttachments: indexResources(
      captures,
      "TransitGatewayPeeringAttachments",
      attachmentId,
    ),
    transitGatewayRouteTables: indexResources(captures, "TransitGatewayRouteTables", routeTableId),
    transitGatewayRoutes: joinResources(captures, "TransitGatewayRoutes", routeTableId, (left, right) => ({
      ...left,
      Routes: [...left.Routes, ...right.Routes],
    })),
    transitGatewayRouteTableAssociations: joinResources(
      captures,
      "TransitGatewayRouteTableAssociations",
      routeTableId,
      (left, right) => ({ ...left, Associations: [...left.Associations, ...right.Associations] }),
    ),
    transitGatewayRouteTablePropagations: joinResources(
      captures,
      "TransitGatewayRouteTablePropagations",
      routeTableId,
      (left, right) => ({
        ...left,
        TransitGatewayRouteTablePropagations: [
          ...left.TransitGatewayRouteTablePropagations,
          ...right.TransitGatewayRouteTablePropagations,
        ],
      }),
    ),
  };
}

function indexDestinations(captures: readonly Capture[]) {
  return {
    instances: indexInstances(captures),
    dbInstances: indexResources(
      captures,
      "DBInstances",
      ({ DBInstanceArn, DBInstanceIdentifier }) => DBInstanceArn ?? DBInstanceIdentifier,
    ),
    dbSubnetGroups: indexResources(
      captures,
      "DBSubnetGroups",
      ({ DBSubnetGroupArn, DBSubnetGroupName }) => DBSubnetGroupArn ?? DBSubnetGroupName,
    ),
    cacheClusters: indexResources(
      captures,
      "CacheClusters",
      ({ ARN, CacheClusterId }) => ARN ?? CacheClusterId,
    ),
    cacheSubnetGroups: indexResources(
      captures,
      "CacheSubnetGroups",
      ({ ARN, CacheSubnetGroupName }) => ARN ?? CacheSubnetGroupName,
    ),
  };
}

function indexInstances(captures: readonly Capture[]): Index<Recorded<Instance>> {
  const instances = new Map<string, Located<Recorded<Instance>>>();
  for (const { resource: reservation, ...place } of locate(captures, "Reservations")) {
    for (const resource of reservation.Instances ?? []) {
      if (resource.InstanceId) instances.set(resource.InstanceId, { ...place, resource });
    }
  }
  return instances;
}
