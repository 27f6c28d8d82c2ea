import type { TransitGatewayPeeringAttachment } from "@aws-sdk/client-ec2";
import { addAttachmentInterfaces } from "../../services/ec2-transit/attachments/attachment-interfaces";
import type { BuiltSubnet } from "./add-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, idOf, MADE_AT, named } from "./builder";

/** A transit gateway, with the builder of its owner's account and region. */
export interface BuiltTransitGateway {
  id: string;
  owner: Builder;
}

/** What ties an attachment to tables: the one that it uses, and those that hear of its routes. */
export interface TransitLinks {
  association?: string;
  propagations?: readonly string[];
}

/** Makes a transit gateway without default tables, as whoever separates networks does. */
export function addTransitGateway(
  owner: Builder,
  spec: { name: string; asn: number; sharedWith?: readonly string[] },
): BuiltTransitGateway {
  const { regionWorld, ids } = owner;
  const id = ids.id("tgw");
  regionWorld.transit.gateways.push({
    TransitGatewayId: id,
    TransitGatewayArn: `arn:aws:ec2:${regionWorld.region}:${regionWorld.accountId}:transit-gateway/${id}`,
    State: "available",
    OwnerId: regionWorld.accountId,
    Description: spec.name,
    CreationTime: MADE_AT,
    Options: {
      AmazonSideAsn: spec.asn,
      AutoAcceptSharedAttachments: "disable",
      DefaultRouteTableAssociation: "disable",
      DefaultRouteTablePropagation: "disable",
      VpnEcmpSupport: "enable",
      DnsSupport: "enable",
      SecurityGroupReferencingSupport: "disable",
      MulticastSupport: "disable",
    },
    Tags: named(spec.name),
  });
  if (spec.sharedWith !== undefined) regionWorld.transit.sharedWith[id] = [...spec.sharedWith];
  return { id, owner };
}

/** Makes a table of a transit gateway. Returns its id. */
export function addTransitTable({ id, owner }: BuiltTransitGateway, name: string): string {
  const tableId = owner.ids.id("tgw-rtb");
  owner.regionWorld.transit.routeTables.push({
    TransitGatewayRouteTableId: tableId,
    TransitGatewayId: id,
    State: "available",
    DefaultAssociationRouteTable: false,
    DefaultPropagationRouteTable: false,
    CreationTime: MADE_AT,
    Tags: named(name),
  });
  return tableId;
}

/** Ties an attachment to tables of its transit gateway. */
export function linkAttachment(
  { owner }: BuiltTransitGateway,
  attachmentId: string,
  links: TransitLinks,
): void {
  const { associations, propagations } = owner.regionWorld.transit;
  if (links.association !== undefined) {
    associations.push({ routeTableId: links.association, attachmentId, state: "associated" });
  }
  for (const routeTableId of links.propagations ?? []) {
    propagations.push({ routeTableId, attachmentId, state: "enabled" });
  }
}

/** Attaches a VPC of the builder's account to a transit gateway, whoever owns that. Returns the attachment's id. */
export function attachVpc(
  builder: Builder,
  gateway: BuiltTransitGateway,
  spec: { vpc: BuiltVpc; name: string; subnets: readonly BuiltSubnet[]; links: TransitLinks },
): string {
  const { regionWorld, ids } = builder;
  const id = ids.id("tgw-attach");
  const subnetIds = spec.subnets.map((subnet) => subnet.subnetId);
  regionWorld.transit.vpcAttachments.push({
    TransitGatewayAttachmentId: id,
    TransitGatewayId: gateway.id,
    VpcId: spec.vpc.vpcId,
    VpcOwnerId: regionWorld.accountId,
    State: "available",
    SubnetIds: subnetIds,
    CreationTime: MADE_AT,
    Options: {
      DnsSupport: "enable",
      SecurityGroupReferencingSupport: "enable",
      Ipv6Support: "disable",
      ApplianceModeSupport: "disable",
    },
    Tags: named(spec.name),
  });
  const subnets = regionWorld.subnets.filter((subnet) => subnetIds.includes(idOf(subnet.SubnetId)));
  addAttachmentInterfaces(builder, id, subnets);
  linkAttachment(gateway, id, spec.links);
  return id;
}

/** Adds a static route to a table; without an attachment it drops what it matches. */
export function addTransitRoute(
  { owner }: BuiltTransitGateway,
  routeTableId: string,
  route: { cidr: string; attachmentId?: string },
): void {
  owner.regionWorld.transit.staticRoutes.push({ routeTableId, ...route });
}

/** Peers two transit gateways of different regions. Returns the id, which both sides share. */
export function addTransitPeering(
  requester: BuiltTransitGateway,
  accepter: BuiltTransitGateway,
  spec: { name: string; requesterLinks: TransitLinks; accepterLinks: TransitLinks },
): string {
  const id = requester.owner.ids.id("tgw-attach");
  const toEnd = ({ id: gatewayId, owner: { regionWorld } }: BuiltTransitGateway) => ({
    TransitGatewayId: gatewayId,
    OwnerId: regionWorld.accountId,
    Region: regionWorld.region,
  });
  const record = (): TransitGatewayPeeringAttachment => ({
    TransitGatewayAttachmentId: id,
    AccepterTransitGatewayAttachmentId: id,
    RequesterTgwInfo: toEnd(requester),
    AccepterTgwInfo: toEnd(accepter),
    Options: { DynamicRouting: "disable" },
    State: "available",
    CreationTime: MADE_AT,
    Tags: named(spec.name),
  });
  requester.owner.regionWorld.transit.peeringAttachments.push(record());
  accepter.owner.regionWorld.transit.peeringAttachments.push(record());
  linkAttachment(requester, id, spec.requesterLinks);
  linkAttachment(accepter, id, spec.accepterLinks);
  return id;
}
