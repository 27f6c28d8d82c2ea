import type {
  CreateEgressOnlyInternetGatewayCommandInput,
  CreateEgressOnlyInternetGatewayCommandOutput,
  EgressOnlyInternetGateway,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { refuseUnencrypted } from "../account/encryption-controls/refuse-unencrypted";
import { getKnown } from "../requests/get-known";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { specifiedTags } from "../requests/specified-tags";
import { vpcCollection } from "../vpcs/describe-vpcs";

/** "Egress-only internet gateways per Region" (VPC user guide: Amazon VPC quotas). */
const GATEWAYS_PER_REGION = 5;

function create(
  { regionWorld, ids }: HandlerContext,
  input: CreateEgressOnlyInternetGatewayCommandInput,
): EgressOnlyInternetGateway {
  const { egressOnlyInternetGateways: gateways } = regionWorld;
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const tags = specifiedTags(input.TagSpecifications, "egress-only-internet-gateway");
  const isTaken = gateways.some((gateway) => gateway.Attachments?.some((item) => item.VpcId === vpc.VpcId));
  if (isTaken || gateways.length >= GATEWAYS_PER_REGION) {
    throw new AwsError(
      "EgressOnlyInternetGatewayLimitExceeded",
      isTaken
        ? `Network ${vpc.VpcId ?? ""} already has an egress-only internet gateway attached`
        : "The maximum number of egress-only internet gateways has been reached.",
    );
  }
  refuseUnencrypted(regionWorld, vpc.VpcId, {
    what: "An egress-only internet gateway",
    resource: "EgressOnlyInternetGateway",
  });
  const gateway: EgressOnlyInternetGateway = {
    EgressOnlyInternetGatewayId: ids.id("eigw"),
    Attachments: [{ State: "attached", VpcId: vpc.VpcId }],
    Tags: tags,
  };
  gateways.push(gateway);
  return gateway;
}

/** Makes an egress-only internet gateway on a VPC: one is its bound. */
export const createEgressOnlyInternetGateway: Handler<
  CreateEgressOnlyInternetGatewayCommandInput,
  Answer<CreateEgressOnlyInternetGatewayCommandOutput>
> = (context, input) => {
  const { egressOnlyInternetGateways: gateways } = context.regionWorld;
  const idOf = (gateway: EgressOnlyInternetGateway) => gateway.EgressOnlyInternetGatewayId;
  const gateway = oncePerClientToken(
    context,
    { operation: "CreateEgressOnlyInternetGateway", input },
    {
      find: (id) => gateways.find((candidate) => idOf(candidate) === id),
      idOf,
      create: () => create(context, input),
    },
  );
  return {
    ...(input.ClientToken === undefined ? {} : { ClientToken: input.ClientToken }),
    EgressOnlyInternetGateway: gateway,
  };
};
