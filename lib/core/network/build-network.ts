import type { Instance } from "@aws-sdk/client-ec2";
import { attachmentSideKey } from "./indexing/attachment-side-key";
import { availabilityZoneKey } from "./indexing/availability-zone-key";
import { indexConnections } from "./indexing/index-connections";
import { indexFunctions } from "./indexing/index-functions";
import { indexLookups } from "./indexing/index-lookups";
import { indexResources, joinResources, locate } from "./indexing/index-resources";
import { keepNewest } from "./indexing/keep-newest";
import type { CaptureFacts, IdentifiedInstance, Located, Network, Resource } from "./network";
import type { Recorded } from "./resources";
import type { Capture, Snapshot } from "./snapshot";

/** Indexes a snapshot in one pass over its resources. Nothing is copied but what AWS answers in parts. */
export function buildNetwork(snapshot: Pick<Snapshot, "captures">): Network {
  const steps = buildNetworkInSteps(snapshot);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same for whoever has something else to do in between: a large snapshot takes a quarter of a second. */
export function* buildNetworkInSteps({
  captures,
}: Pick<Snapshot, "captures">): Generator<undefined, Network, undefined> {
  const vpcResources = indexVpcResources(captures);
  yield;
  const { latest, versions, states } = indexFunctions(captures);
  yield;
  const connections = indexConnections(latest, versions, vpcResources.subnets);
  yield;
  const indexed = {
    captures: captures.map(toCaptureFacts),
    ...vpcResources,
    ...indexGateways(captures),
    ...indexTransitGateways(captures),
    ...indexDestinations(captures),
    ...connections,
    functionStates: states,
  };
  yield;
  return { ...indexed, lookups: indexLookups(indexed) };
}

function toCaptureFacts({ accountId, region, capturedAt, coverage }: Capture): CaptureFacts {
  return { accountId, region, capturedAt, coverage: new Map(coverage.map((entry) => [entry.call, entry])) };
}

function indexVpcResources(captures: readonly Capture[]) {
  return {
    vpcs: indexResources(captures, "Vpcs"),
    vpcAttributes: joinResources(captures, "VpcAttributes", (VpcId, parts) =>
      parts.reduce((left, right) => ({ ...left, ...right }), { VpcId }),
    ),
    subnets: indexResources(captures, "Subnets"),
    routeTables: indexResources(captures, "RouteTables"),
    securityGroups: indexResources(captures, "SecurityGroups"),
    securityGroupRules: indexResources(captures, "SecurityGroupRules"),
    securityGroupVpcAssociations: indexResources(captures, "SecurityGroupVpcAssociations"),
    networkAcls: indexResources(captures, "NetworkAcls"),
    networkInterfaces: indexResources(captures, "NetworkInterfaces"),
    prefixLists: indexResources(captures, "PrefixLists"),
    managedPrefixLists: indexResources(captures, "ManagedPrefixLists"),
    managedPrefixListEntries: joinResources(captures, "ManagedPrefixListEntries", (PrefixListId, parts) => ({
      PrefixListId,
      Entries: parts.flatMap(({ Entries }) => orEmpty(Entries)),
    })),
    vpcBlockPublicAccessOptions: indexResources(captures, "VpcBlockPublicAccessOptions"),
    vpcBlockPublicAccessExclusions: indexResources(captures, "VpcBlockPublicAccessExclusions"),
    vpcEncryptionControls: indexResources(captures, "VpcEncryptionControls"),
    dhcpOptions: indexResources(captures, "DhcpOptions"),
    availabilityZones: indexResources(captures, "AvailabilityZones", (zoneName, { accountId }) =>
      availabilityZoneKey(accountId, zoneName),
    ),
  };
}

function indexGateways(captures: readonly Capture[]) {
  return {
    natGateways: indexResources(captures, "NatGateways"),
    internetGateways: indexResources(captures, "InternetGateways"),
    egressOnlyInternetGateways: indexResources(captures, "EgressOnlyInternetGateways"),
    vpcEndpoints: indexResources(captures, "VpcEndpoints"),
    vpcPeeringConnections: indexResources(captures, "VpcPeeringConnections"),
    vpnGateways: indexResources(captures, "VpnGateways"),
    vpnConnections: indexResources(captures, "VpnConnections"),
    customerGateways: indexResources(captures, "CustomerGateways"),
    addresses: indexResources(captures, "Addresses"),
  };
}

/** The type that was asked for alone; two searches for one type each are whole together. */
function onlyTypeOf(
  parts: readonly Resource<"TransitGatewayRoutes">[],
): Pick<Resource<"TransitGatewayRoutes">, "OnlyType"> {
  const [OnlyType, ...others] = new Set(parts.map((part) => part.OnlyType));
  return OnlyType === undefined || others.length > 0 ? {} : { OnlyType };
}

function indexTransitGateways(captures: readonly Capture[]) {
  return {
    transitGateways: indexResources(captures, "TransitGateways"),
    transitGatewayAttachments: indexResources(captures, "TransitGatewayAttachments"),
    transitGatewayAttachmentSides: indexResources(captures, "TransitGatewayAttachments", (id, { resource }) =>
      attachmentSideKey(resource.TransitGatewayId, id),
    ),
    transitGatewayVpcAttachments: indexResources(captures, "TransitGatewayVpcAttachments"),
    transitGatewayPeeringAttachments: indexResources(captures, "TransitGatewayPeeringAttachments"),
    transitGatewayRouteTables: indexResources(captures, "TransitGatewayRouteTables"),
    transitGatewayRoutes: joinResources(
      captures,
      "TransitGatewayRoutes",
      (TransitGatewayRouteTableId, parts) => ({
        TransitGatewayRouteTableId,
        Routes: parts.flatMap(({ Routes }) => orEmpty(Routes)),
        ...onlyTypeOf(parts),
      }),
    ),
    transitGatewayRouteTableAssociations: joinResources(
      captures,
      "TransitGatewayRouteTableAssociations",
      (TransitGatewayRouteTableId, parts) => ({
        TransitGatewayRouteTableId,
        Associations: parts.flatMap(({ Associations }) => orEmpty(Associations)),
      }),
    ),
    transitGatewayRouteTablePropagations: joinResources(
      captures,
      "TransitGatewayRouteTablePropagations",
      (TransitGatewayRouteTableId, parts) => ({
        TransitGatewayRouteTableId,
        TransitGatewayRouteTablePropagations: parts.flatMap(({ TransitGatewayRouteTablePropagations }) =>
          orEmpty(TransitGatewayRouteTablePropagations),
        ),
      }),
    ),
  };
}

function indexDestinations(captures: readonly Capture[]) {
  return {
    instances: indexInstances(captures),
    dbInstances: indexResources(captures, "DBInstances"),
    dbSubnetGroups: indexResources(captures, "DBSubnetGroups"),
    cacheClusters: indexResources(captures, "CacheClusters"),
    cacheSubnetGroups: indexResources(captures, "CacheSubnetGroups"),
    dbClusters: indexResources(captures, "DBClusters"),
    replicationGroups: indexResources(captures, "ReplicationGroups"),
    loadBalancers: indexResources(captures, "LoadBalancers"),
    listeners: indexResources(captures, "Listeners"),
    targetGroups: indexResources(captures, "TargetGroups"),
    targetGroupAttributes: joinResources(captures, "TargetGroupAttributes", (TargetGroupArn, parts) => ({
      TargetGroupArn,
      Attributes: parts.flatMap(({ Attributes }) => orEmpty(Attributes)),
    })),
    targetHealthDescriptions: joinResources(
      captures,
      "TargetHealthDescriptions",
      (TargetGroupArn, parts) => ({
        TargetGroupArn,
        TargetHealthDescriptions: parts.flatMap(({ TargetHealthDescriptions }) =>
          orEmpty(TargetHealthDescriptions),
        ),
      }),
    ),
  };
}

function indexInstances(captures: readonly Capture[]): Network["instances"] {
  const instances = new Map<string, Located<IdentifiedInstance>>();
  for (const { resource: reservation, ...place } of locate(captures, "Reservations")) {
    for (const resource of reservation.Instances ?? []) {
      if (isIdentified(resource))
        keepNewest(captures, instances, resource.InstanceId, { ...place, resource });
    }
  }
  return instances;
}

function isIdentified(instance: Recorded<Instance>): instance is IdentifiedInstance {
  return instance.InstanceId !== undefined && instance.InstanceId !== "";
}

/** An import may name a subject without an answer. */
function orEmpty<Item>(list: readonly Item[] | undefined): readonly Item[] {
  return list ?? [];
}
