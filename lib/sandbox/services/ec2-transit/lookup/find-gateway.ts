import type { TransitGateway } from "@aws-sdk/client-ec2";
import { pickLiving, required, transitGatewayKind } from "./transit-errors";
import { regionWorldsAround, type TransitPlace } from "./transit-place";

const kind = { ...transitGatewayKind, idOf: (gateway: TransitGateway) => gateway.TransitGatewayId };

/** An account's own transit gateways and those shared with it, whose tags it does not see. */
export function listGateways(place: TransitPlace): TransitGateway[] {
  const { accountId } = place.regionWorld;
  return regionWorldsAround(place).flatMap(({ transit }) =>
    transit === place.regionWorld.transit
      ? transit.gateways
      : transit.gateways
          .filter((gateway) => transit.sharedWith[gateway.TransitGatewayId ?? ""]?.includes(accountId))
          .map((gateway) => ({ ...gateway, Tags: [] })),
  );
}

/** A transit gateway that the account may attach to. Throws InvalidTransitGatewayID.NotFound. */
export function getGateway(place: TransitPlace, id: string | undefined): TransitGateway {
  return pickLiving(listGateways(place), required(id, "TransitGatewayId"), kind);
}

/** A transit gateway that the account owns: nobody else may change it. Throws InvalidTransitGatewayID.NotFound. */
export function getOwnGateway(place: TransitPlace, id: string | undefined): TransitGateway {
  return pickLiving(place.regionWorld.transit.gateways, required(id, "TransitGatewayId"), kind);
}

/** The transit gateway itself, whoever owns it; undefined once it is forgotten. */
export function findGateway(place: TransitPlace, id: string | undefined): TransitGateway | undefined {
  return regionWorldsAround(place)
    .flatMap(({ transit }) => transit.gateways)
    .find((gateway) => gateway.TransitGatewayId === id);
}
