import type {
  CreateVpnGatewayCommandInput,
  CreateVpnGatewayCommandOutput,
  VpnGateway,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { checkAmazonSideAsn } from "../../ec2-transit/gateways/check-gateway-options";
import { checkVpnType } from "../check-vpn-type";

/** "Virtual private gateways per Region" of the VPN quotas. */
const GATEWAYS_PER_REGION = 5;

export const createVpnGateway: Handler<
  CreateVpnGatewayCommandInput,
  Answer<CreateVpnGatewayCommandOutput>
> = ({ regionWorld, ids }, input) => {
  const Type = checkVpnType(input.Type);
  checkAmazonSideAsn(input.AmazonSideAsn);
  const Tags = specifiedTags(input.TagSpecifications, "vpn-gateway");
  const { vpnGateways } = regionWorld.transit;
  if (vpnGateways.filter((other) => other.State !== "deleted").length >= GATEWAYS_PER_REGION) {
    throw new AwsError(
      "VpnGatewayLimitExceeded",
      "The maximum number of virtual private gateways has been reached.",
    );
  }
  const gateway: VpnGateway = {
    VpnGatewayId: ids.id("vgw"),
    State: "available",
    Type,
    AmazonSideAsn: input.AmazonSideAsn ?? 64_512,
    ...(input.AvailabilityZone === undefined ? {} : { AvailabilityZone: input.AvailabilityZone }),
    VpcAttachments: [],
    Tags,
  };
  vpnGateways.push(gateway);
  return { VpnGateway: gateway };
};
