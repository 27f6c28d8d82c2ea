import type {
  CreateVpcBlockPublicAccessExclusionCommandInput,
  CreateVpcBlockPublicAccessExclusionCommandOutput,
  DeleteVpcBlockPublicAccessExclusionCommandInput,
  DeleteVpcBlockPublicAccessExclusionCommandOutput,
  ModifyVpcBlockPublicAccessExclusionCommandInput,
  ModifyVpcBlockPublicAccessExclusionCommandOutput,
  InternetGatewayExclusionMode,
  VpcBlockPublicAccessExclusion,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import { getKnown, missingParameter } from "../../requests/get-known";
import { scheduleInRegion } from "../../requests/schedule-in-region";
import { specifiedTags } from "../../requests/specified-tags";
import { subnetCollection } from "../../subnets/describe-subnets";
import { vpcCollection } from "../../vpcs/describe-vpcs";
import { exclusionCollection } from "./describe-exclusions";

/** "VPC BPA exclusions" (VPC user guide: Amazon VPC quotas). */
const EXCLUSIONS_PER_REGION = 50;
/** "It may take a few minutes" (VPC user guide: VPC BPA basics). */
const CHANGING_MS = 120_000;
const MODES: readonly string[] = ["allow-bidirectional", "allow-egress"];

function readMode(mode: InternetGatewayExclusionMode | undefined): InternetGatewayExclusionMode {
  if (mode === undefined) throw missingParameter("internetGatewayExclusionMode");
  if (MODES.includes(mode)) return mode;
  // The wire carries any text, whatever the SDK's type says.
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${mode}) for parameter internetGatewayExclusionMode is invalid.`,
  );
}

/** The ARN of the one VPC or subnet that a request names. */
function readResource(
  { regionWorld }: HandlerContext,
  input: CreateVpcBlockPublicAccessExclusionCommandInput,
): string {
  const { accountId, region } = regionWorld;
  if ((input.VpcId === undefined) === (input.SubnetId === undefined)) {
    throw new AwsError(
      input.VpcId === undefined ? "MissingParameter" : "InvalidParameterCombination",
      "Exactly one of vpcId and subnetId is required.",
    );
  }
  if (input.VpcId === undefined) {
    const subnet = getKnown(regionWorld.subnets, subnetCollection, input.SubnetId, "subnetId");
    return subnet.SubnetArn ?? "";
  }
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  return `arn:aws:ec2:${region}:${accountId}:vpc/${vpc.VpcId ?? ""}`;
}

function settleLater(context: HandlerContext, exclusion: VpcBlockPublicAccessExclusion): void {
  const subject = exclusion.ExclusionId ?? "";
  scheduleInRegion(context, {
    kind: "block-public-access-exclusion-settled",
    subject,
    afterMs: CHANGING_MS,
  });
}

/** Begins to exclude a VPC or a subnet from the blocking of public access. */
export const createVpcBlockPublicAccessExclusion: Handler<
  CreateVpcBlockPublicAccessExclusionCommandInput,
  Answer<CreateVpcBlockPublicAccessExclusionCommandOutput>
> = (context, input) => {
  const { blockPublicAccessExclusions: exclusions } = context.regionWorld.controls;
  const mode = readMode(input.InternetGatewayExclusionMode);
  const arn = readResource(context, input);
  const tags = specifiedTags(input.TagSpecifications, "vpc-block-public-access-exclusion");
  const live = exclusions.filter((exclusion) => exclusion.State !== "delete-complete");
  if (live.some((exclusion) => exclusion.ResourceArn === arn)) {
    throw new AwsError("InvalidParameterValue", `An exclusion for ${arn} already exists.`);
  }
  if (live.length >= EXCLUSIONS_PER_REGION) {
    throw new AwsError(
      "VpcBlockPublicAccessExclusionLimitExceeded",
      "The maximum number of VPC Block Public Access exclusions has been reached.",
    );
  }
  const now = new Date(context.clock.now());
  const exclusion: VpcBlockPublicAccessExclusion = {
    ExclusionId: context.ids.id("vpcbpa-exclude"),
    InternetGatewayExclusionMode: mode,
    ResourceArn: arn,
    State: "create-in-progress",
    CreationTimestamp: now,
    LastUpdateTimestamp: now,
    Tags: tags,
  };
  exclusions.push(exclusion);
  settleLater(context, exclusion);
  return { VpcBlockPublicAccessExclusion: structuredClone(exclusion) };
};

/** An exclusion that is settled: one that changes is left alone until it has. */
function getSettled({ regionWorld }: HandlerContext, id: string | undefined): VpcBlockPublicAccessExclusion {
  const exclusions = regionWorld.controls.blockPublicAccessExclusions;
  const exclusion = getKnown(exclusions, exclusionCollection, id, "exclusionId");
  if (exclusion.State === "create-complete" || exclusion.State === "update-complete") return exclusion;
  throw new AwsError("IncorrectState", `${id ?? ""} is in the state ${exclusion.State ?? ""}.`);
}

/** Begins to change what an exclusion allows. */
export const modifyVpcBlockPublicAccessExclusion: Handler<
  ModifyVpcBlockPublicAccessExclusionCommandInput,
  Answer<ModifyVpcBlockPublicAccessExclusionCommandOutput>
> = (context, input) => {
  const mode = readMode(input.InternetGatewayExclusionMode);
  const exclusion = getSettled(context, input.ExclusionId);
  exclusion.InternetGatewayExclusionMode = mode;
  exclusion.State = "update-in-progress";
  exclusion.LastUpdateTimestamp = new Date(context.clock.now());
  settleLater(context, exclusion);
  return { VpcBlockPublicAccessExclusion: structuredClone(exclusion) };
};

/** Begins to end an exclusion. */
export const deleteVpcBlockPublicAccessExclusion: Handler<
  DeleteVpcBlockPublicAccessExclusionCommandInput,
  Answer<DeleteVpcBlockPublicAccessExclusionCommandOutput>
> = (context, input) => {
  const exclusion = getSettled(context, input.ExclusionId);
  exclusion.State = "delete-in-progress";
  exclusion.LastUpdateTimestamp = new Date(context.clock.now());
  settleLater(context, exclusion);
  return { VpcBlockPublicAccessExclusion: structuredClone(exclusion) };
};
