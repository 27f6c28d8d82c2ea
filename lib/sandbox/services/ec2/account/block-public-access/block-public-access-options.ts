import type {
  DescribeVpcBlockPublicAccessOptionsCommandInput,
  DescribeVpcBlockPublicAccessOptionsCommandOutput,
  ModifyVpcBlockPublicAccessOptionsCommandInput,
  ModifyVpcBlockPublicAccessOptionsCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler } from "../../../../handler";
import { missingParameter } from "../../requests/get-known";
import { scheduleInRegion } from "../../requests/schedule-in-region";

/** "It may take a few minutes for BPA settings to take effect" (VPC user guide: VPC BPA basics). */
const UPDATING_MS = 120_000;
const MODES: readonly string[] = ["off", "block-bidirectional", "block-ingress"];

/** The account's setting in this region. */
export const describeVpcBlockPublicAccessOptions: Handler<
  DescribeVpcBlockPublicAccessOptionsCommandInput,
  Answer<DescribeVpcBlockPublicAccessOptionsCommandOutput>
> = ({ regionWorld }) => ({ VpcBlockPublicAccessOptions: regionWorld.controls.blockPublicAccess });

/** Changes the account's setting. */
export const modifyVpcBlockPublicAccessOptions: Handler<
  ModifyVpcBlockPublicAccessOptionsCommandInput,
  Answer<ModifyVpcBlockPublicAccessOptionsCommandOutput>
> = (context, input) => {
  const { controls } = context.regionWorld;
  const mode = input.InternetGatewayBlockMode;
  if (mode === undefined) throw missingParameter("internetGatewayBlockMode");
  if (!MODES.includes(mode)) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${mode}) for parameter internetGatewayBlockMode is invalid.`,
    );
  }
  if (controls.blockPublicAccess.State === "update-in-progress") {
    throw new AwsError("IncorrectState", "The VPC Block Public Access options are being updated.");
  }
  controls.blockPublicAccess = {
    ...controls.blockPublicAccess,
    InternetGatewayBlockMode: mode,
    State: "update-in-progress",
    LastUpdateTimestamp: new Date(context.clock.now()),
  };
  scheduleInRegion(context, {
    kind: "block-public-access-updated",
    subject: context.region,
    afterMs: UPDATING_MS,
  });
  return { VpcBlockPublicAccessOptions: controls.blockPublicAccess };
};
