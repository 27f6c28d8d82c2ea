import type {
  DeleteVpcEncryptionControlCommandInput,
  DeleteVpcEncryptionControlCommandOutput,
  ModifyVpcEncryptionControlCommandInput,
  ModifyVpcEncryptionControlCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import { isEncryptedPeering } from "../../peering/check-encryption";
import { getKnown } from "../../requests/get-known";
import { scheduleInRegion } from "../../requests/schedule-in-region";
import { findPeerings } from "./blocking-resources";
import { changeEncryption, checkConfiguration } from "./configure-encryption";
import { encryptionControlCollection, listEncryptionControls } from "./describe-vpc-encryption-controls";

/** AWS says no more than that it takes minutes. */
const DELETING_MS = 60_000;

function getControl({ regionWorld }: HandlerContext, id: string | undefined) {
  const controls = listEncryptionControls(regionWorld);
  const control = getKnown(controls, encryptionControlCollection, id, "vpcEncryptionControlId");
  if (control.State?.endsWith("-in-progress") === true || control.State === "deleting") {
    throw new AwsError("IncorrectState", `${id ?? ""} is in the state ${control.State}.`);
  }
  return control;
}

/**
 * "If two VPCs are in enforce mode and peering with each other, you cannot change the mode from enforce to monitor"
 * without a peering exclusion (VPC user guide: Enforce VPC encryption in transit).
 */
function checkPeerings({ world, regionWorld }: HandlerContext, vpcId: string): void {
  const encrypted = findPeerings(regionWorld, vpcId).find((peering) => isEncryptedPeering(world, peering));
  if (encrypted === undefined) return;
  throw new AwsError(
    "OperationNotPermitted",
    `${vpcId} has the encrypted peering connection ${encrypted.VpcPeeringConnectionId ?? ""}. Exclude peering first.`,
  );
}

/** Begins to enforce encryption, to only monitor it again, or to tolerate a kind of resource. */
export const modifyVpcEncryptionControl: Handler<
  ModifyVpcEncryptionControlCommandInput,
  Answer<ModifyVpcEncryptionControlCommandOutput>
> = (context, input) => {
  const control = getControl(context, input.VpcEncryptionControlId);
  checkConfiguration(input, control.Mode);
  if (input.Mode === "monitor" && control.Mode === "enforce") checkPeerings(context, control.VpcId ?? "");
  changeEncryption(context, control, input);
  return { VpcEncryptionControl: structuredClone(control) };
};

/** Begins to take a VPC's encryption control away. */
export const deleteVpcEncryptionControl: Handler<
  DeleteVpcEncryptionControlCommandInput,
  Answer<DeleteVpcEncryptionControlCommandOutput>
> = (context, input) => {
  const control = getControl(context, input.VpcEncryptionControlId);
  control.State = "deleting";
  const subject = control.VpcId ?? "";
  scheduleInRegion(context, { kind: "vpc-encryption-deleted", subject, afterMs: DELETING_MS });
  return { VpcEncryptionControl: structuredClone(control) };
};
