import type { Vpc } from "@aws-sdk/client-ec2";
import type { Recorded } from "../../../network/resources";
import { block, type Walk } from "../walk";

type Exclusion = keyof NonNullable<NonNullable<Recorded<Vpc>["EncryptionControl"]>["ResourceExclusions"]>;

/**
 * Encryption control in enforce mode allows no gateway without an exclusion for its kind.
 * Source: VPC User Guide, "VPC encryption controls".
 */
export function checkEncryptionControl(
  walk: Walk,
  vpcId: string,
  /** Null: none can be had for its kind. */
  exclusion: Exclusion | null,
  gatewayId: string,
): void {
  const { network } = walk.index;
  const own = network.vpcs.get(vpcId)?.resource.EncryptionControl;
  const control =
    own ??
    [...network.vpcEncryptionControls.values()].find(({ resource }) => resource.VpcId === vpcId)?.resource;
  if (control?.Mode !== "enforce" || (control.State ?? "available") !== "available") return;
  if (exclusion !== null && control.ResourceExclusions?.[exclusion]?.State === "enabled") return;
  block(walk, {
    code: "VPC_ENCRYPTION_CONTROL_ENFORCED",
    resourceId: vpcId,
    evidence: [{ resourceId: vpcId, fact: `EncryptionControl.Mode enforce, ${exclusion ?? gatewayId} not excluded` }],
    message: `Encryption control of ${vpcId} is enforced without an exclusion for ${gatewayId}.`,
  });
}
