import { expect, it } from "vitest";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "../build-network";
import { joinedVpcs } from "./joined-vpcs";

const peering = (id: string, from: string, to: string, code: "active" | "deleted" = "active") => ({
  VpcPeeringConnectionId: id,
  RequesterVpcInfo: { VpcId: from },
  AccepterVpcInfo: { VpcId: to },
  Status: { Code: code },
});
const attachment = (
  id: string,
  TransitGatewayId: string,
  VpcId: string,
  State: "available" | "deleted" = "available",
) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId,
  VpcId,
  State,
});
const between = (id: string, from: string, to: string, State: "available" | "rejected" = "available") => ({
  TransitGatewayAttachmentId: id,
  RequesterTgwInfo: { TransitGatewayId: from },
  AccepterTgwInfo: { TransitGatewayId: to },
  State,
});
const listed = (id: string, TransitGatewayId: string, ResourceId: string) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId,
  ResourceId,
  ResourceType: "peering" as const,
});
const network = buildNetwork({
  captures: [
    aCapture({
      VpcPeeringConnections: [
        peering("pcx-1", "vpc-a", "vpc-b"),
        peering("pcx-2", "vpc-b", "vpc-c"),
        peering("pcx-3", "vpc-a", "vpc-gone", "deleted"),
      ],
      TransitGatewayVpcAttachments: [
        attachment("a-1", "tgw-1", "vpc-d"),
        attachment("a-2", "tgw-2", "vpc-e"),
        attachment("a-3", "tgw-3", "vpc-f"),
        attachment("a-4", "tgw-1", "vpc-gone", "deleted"),
        attachment("a-5", "tgw-4", "vpc-far"),
        attachment("a-6", "tgw-5", "vpc-g"),
        attachment("a-7", "tgw-6", "vpc-h"),
      ],
      TransitGatewayAttachments: [
        listed("p-4", "tgw-5", "tgw-6"),
        listed("p-4", "tgw-6", "tgw-5"),
        { ...listed("a-7", "tgw-6", "tgw-3"), ResourceType: "vpc" },
      ],
      TransitGatewayPeeringAttachments: [
        between("p-1", "tgw-1", "tgw-2"),
        between("p-2", "tgw-3", "tgw-2"),
        between("p-3", "tgw-3", "tgw-4", "rejected"),
      ],
    }),
  ],
});

it.each([
  ["over peering, from both ends, and not across it", "vpc-b", ["vpc-a", "vpc-c"]],
  ["over peering, but not one that is deleted", "vpc-a", ["vpc-b"]],
  ["over transit gateways that are peered, in a chain", "vpc-d", ["vpc-e", "vpc-f"]],
  ["over a peering that only the list of all attachments tells of", "vpc-g", ["vpc-h"]],
  ["not over what is over", "vpc-far", []],
  ["not where nothing is", "vpc-nowhere", []],
])("joins VPCs %s", (_name, vpcId, joined) => {
  expect(joinedVpcs(network, vpcId)).toEqual(joined);
});
