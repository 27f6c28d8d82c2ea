import type {
  CreateTransitGatewayCommandInput,
  CreateTransitGatewayCommandOutput,
  TransitGateway,
  TransitGatewayOptions,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { addTransitRouteTable } from "../route-tables/add-transit-route-table";
import { checkAmazonSideAsn, checkGatewayCidrs } from "./check-gateway-options";

/** "Transit gateways per account" of the quotas: 5 in a Region. */
const GATEWAYS_PER_REGION = 5;

function toOptions(asked: CreateTransitGatewayCommandInput["Options"] = {}): TransitGatewayOptions {
  const { TransitGatewayCidrBlocks: blocks } = asked;
  return {
    AmazonSideAsn: asked.AmazonSideAsn ?? 64_512,
    ...(blocks === undefined || blocks.length === 0 ? {} : { TransitGatewayCidrBlocks: [...blocks] }),
    AutoAcceptSharedAttachments: asked.AutoAcceptSharedAttachments ?? "disable",
    DefaultRouteTableAssociation: asked.DefaultRouteTableAssociation ?? "enable",
    DefaultRouteTablePropagation: asked.DefaultRouteTablePropagation ?? "enable",
    VpnEcmpSupport: asked.VpnEcmpSupport ?? "enable",
    DnsSupport: asked.DnsSupport ?? "enable",
    SecurityGroupReferencingSupport: asked.SecurityGroupReferencingSupport ?? "disable",
    MulticastSupport: asked.MulticastSupport ?? "disable",
  };
}

/** Makes a transit gateway, and the default route table that its options call for. */
export const createTransitGateway: Handler<
  CreateTransitGatewayCommandInput,
  Answer<CreateTransitGatewayCommandOutput>
> = (context, input) => {
  const { regionWorld, accountId, region, ids, clock } = context;
  const { transit } = regionWorld;
  checkAmazonSideAsn(input.Options?.AmazonSideAsn);
  checkGatewayCidrs(input.Options?.TransitGatewayCidrBlocks ?? []);
  const Tags = specifiedTags(input.TagSpecifications, "transit-gateway");
  if (transit.gateways.filter((other) => other.State !== "deleted").length >= GATEWAYS_PER_REGION) {
    throw new AwsError(
      "TransitGatewayLimitExceeded",
      `You have reached the limit of ${String(GATEWAYS_PER_REGION)} transit gateways.`,
    );
  }
  const TransitGatewayId = ids.id("tgw");
  const Options = toOptions(input.Options);
  const gateway: TransitGateway = {
    TransitGatewayId,
    TransitGatewayArn: `arn:aws:ec2:${region}:${accountId}:transit-gateway/${TransitGatewayId}`,
    State: "pending",
    OwnerId: accountId,
    ...(input.Description === undefined ? {} : { Description: input.Description }),
    CreationTime: new Date(clock.now()),
    Options,
    Tags,
  };
  const isAssociation = Options.DefaultRouteTableAssociation === "enable";
  const isPropagation = Options.DefaultRouteTablePropagation === "enable";
  if (isAssociation || isPropagation) {
    const table = addTransitRouteTable(context, { gatewayId: TransitGatewayId, tags: [] });
    table.DefaultAssociationRouteTable = isAssociation;
    table.DefaultPropagationRouteTable = isPropagation;
    if (isAssociation) Options.AssociationDefaultRouteTableId = table.TransitGatewayRouteTableId;
    if (isPropagation) Options.PropagationDefaultRouteTableId = table.TransitGatewayRouteTableId;
  }
  transit.gateways.push(gateway);
  scheduleTransit(context, {
    kind: "transit-gateway-available",
    subject: TransitGatewayId,
    seconds: TRANSIT_SECONDS.gateway,
  });
  return { TransitGateway: gateway };
};
