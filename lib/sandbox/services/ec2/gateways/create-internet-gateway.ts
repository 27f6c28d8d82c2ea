import type {
  CreateInternetGatewayCommandInput,
  CreateInternetGatewayCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { specifiedTags } from "../requests/specified-tags";
import { makeInternetGateway } from "./make-internet-gateway";

/** "Internet gateways per Region", which goes with the quota of VPCs (VPC user guide: Amazon VPC quotas). */
const GATEWAYS_PER_REGION = 5;

/** Makes an internet gateway that is on no VPC yet. */
export const createInternetGateway: Handler<
  CreateInternetGatewayCommandInput,
  Answer<CreateInternetGatewayCommandOutput>
> = (context, input) => {
  const tags = specifiedTags(input.TagSpecifications, "internet-gateway");
  if (context.regionWorld.internetGateways.length >= GATEWAYS_PER_REGION) {
    throw new AwsError(
      "InternetGatewayLimitExceeded",
      "The maximum number of internet gateways has been reached.",
    );
  }
  return { InternetGateway: makeInternetGateway(context, { tags }) };
};
