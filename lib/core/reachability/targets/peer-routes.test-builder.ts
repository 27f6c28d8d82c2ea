import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "../../network/build-network";
import type { ReadCall } from "../../network/calls";
import type { Network } from "../../network/network";
import type { Resources } from "../../network/resources";
import { networkWithout } from "../testing/ask-network.test-builder";
import { peerTargets } from "./peer-targets";

export function networkOf(resources: Resources): Network {
  return buildNetwork({ captures: [aFullCapture(resources)] });
}

/** The peers of `vpc-1` as targets: their key, label and destination. */
export function shownPeers(resources: Resources, ...unread: ReadCall[]) {
  return peerTargets(networkWithout(resources, unread), "vpc-1").map(
    (one) => [one.key, one.label, one.destination] as const,
  );
}

/** Of a VPC to `tgw-1`. */
export function attachment(id: string, VpcId: string, rest: object = {}) {
  return {
    TransitGatewayAttachmentId: id,
    TransitGatewayId: "tgw-1",
    VpcId,
    VpcOwnerId: "999900001111",
    State: "available" as const,
    ...rest,
  };
}

/** Of a table of a transit gateway. */
export function route(
  DestinationCidrBlock: string | undefined,
  ResourceId: string | undefined,
  rest: object = {},
) {
  return {
    ...(DestinationCidrBlock !== undefined && { DestinationCidrBlock }),
    TransitGatewayAttachments: [ResourceId === undefined ? {} : { ResourceId }],
    ...rest,
  };
}
