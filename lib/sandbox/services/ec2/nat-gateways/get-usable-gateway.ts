import type { NatGateway, NetworkInterface, Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { getKnown } from "../requests/get-known";
import { subnetCollection } from "../subnets/describe-subnets";
import { natGatewayCollection } from "./describe-nat-gateways";
import { findNatInterface } from "./nat-interface";

/** A zonal gateway of one kind that is available, with its interface and subnet. Throws AwsError for any other. */
export function getUsableGateway(
  regionWorld: RegionWorld,
  id: string | undefined,
  kind: "public" | "private",
): { gateway: NatGateway; eni: NetworkInterface; subnet: Subnet } {
  const gateway = getKnown(regionWorld.natGateways, natGatewayCollection, id, "natGatewayId");
  if (gateway.ConnectivityType !== kind || gateway.AvailabilityMode === "regional") {
    throw new AwsError(
      "InvalidParameterValue",
      `NAT gateway ${gateway.NatGatewayId ?? ""} is not a ${kind} zonal NAT gateway.`,
    );
  }
  const eni = findNatInterface(regionWorld, gateway.NatGatewayId);
  if (gateway.State !== "available" || eni === undefined) {
    throw new AwsError(
      "IncorrectState",
      `NAT gateway ${gateway.NatGatewayId ?? ""} is in the state ${gateway.State ?? ""}, not available.`,
    );
  }
  const subnet = getKnown(regionWorld.subnets, subnetCollection, gateway.SubnetId, "subnetId");
  return { gateway, eni, subnet };
}
