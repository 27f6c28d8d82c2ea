import type {
  AttachInternetGatewayCommandInput,
  DetachInternetGatewayCommandInput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { refuseUnencrypted } from "../account/encryption-controls/refuse-unencrypted";
import { getKnown } from "../requests/get-known";
import { setRoutesTo } from "../routes/set-routes-to";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { internetGatewayCollection } from "./describe-internet-gateways";
import { findAttachedGateway } from "./find-attached-gateway";
import { GATEWAY_ATTACHED } from "./make-internet-gateway";

function getGatewayAndVpc(
  regionWorld: RegionWorld,
  input: AttachInternetGatewayCommandInput | DetachInternetGatewayCommandInput,
) {
  const { internetGateways, vpcs } = regionWorld;
  const id = input.InternetGatewayId;
  const gateway = getKnown(internetGateways, internetGatewayCollection, id, "internetGatewayId");
  const { VpcId: vpcId = "" } = getKnown(vpcs, vpcCollection, input.VpcId, "vpcId");
  return { gateway, gatewayId: gateway.InternetGatewayId ?? "", vpcId };
}

/** Puts a gateway on a VPC: one gateway is on one VPC, and one VPC has one gateway. */
export const attachInternetGateway: Handler<AttachInternetGatewayCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const { gateway, gatewayId, vpcId } = getGatewayAndVpc(regionWorld, input);
  const [attachment] = gateway.Attachments ?? [];
  if (attachment !== undefined) {
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `resource ${gatewayId} is already attached to network ${attachment.VpcId ?? ""}`,
    );
  }
  if (findAttachedGateway(regionWorld, vpcId) !== undefined) {
    throw new AwsError("InvalidParameterValue", `Network ${vpcId} already has an internet gateway attached`);
  }
  refuseUnencrypted(regionWorld, vpcId, { what: "An internet gateway", resource: "InternetGateway" });
  gateway.Attachments = [{ State: GATEWAY_ATTACHED, VpcId: vpcId }];
  // Routes that it left behind in another VPC stay blackholes.
  const routeTables = regionWorld.routeTables.filter((table) => table.VpcId === vpcId);
  setRoutesTo({ routeTables }, gatewayId, "active");
  return {};
};

/** Whether an interface of the VPC has a public IPv4 address, which works by its internet gateway. */
function hasMappedAddress(regionWorld: RegionWorld, vpcId: string): boolean {
  return (
    regionWorld.networkInterfaces.some(
      (eni) => eni.VpcId === vpcId && eni.Association?.PublicIp !== undefined,
    ) ||
    // A regional NAT gateway has public addresses and no interface that one could see.
    regionWorld.natGateways.some(
      (nat) =>
        nat.VpcId === vpcId &&
        nat.AvailabilityMode === "regional" &&
        (nat.State === "available" || nat.State === "pending"),
    )
  );
}

/** Takes a gateway off a VPC in which nothing has a public address any more. */
export const detachInternetGateway: Handler<DetachInternetGatewayCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const { gateway, gatewayId, vpcId } = getGatewayAndVpc(regionWorld, input);
  if (gateway.Attachments?.some((attachment) => attachment.VpcId === vpcId) !== true) {
    throw new AwsError("Gateway.NotAttached", `resource ${gatewayId} is not attached to network ${vpcId}`);
  }
  if (hasMappedAddress(regionWorld, vpcId)) {
    throw new AwsError(
      "DependencyViolation",
      `Network ${vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    );
  }
  gateway.Attachments = [];
  setRoutesTo(regionWorld, gatewayId, "blackhole");
  return {};
};
