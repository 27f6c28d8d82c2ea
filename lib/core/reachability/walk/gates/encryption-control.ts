import type { Vpc } from "@aws-sdk/client-ec2";
import type { Recorded } from "../../../network/resources";
import { block, type Walk } from "../walk";

type Control = NonNullable<Recorded<Vpc>["EncryptionControl"]>;
type Exclusion = keyof NonNullable<Control["ResourceExclusions"]>;

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
  const control = enforcedControl(walk, vpcId);
  if (control === null) return;
  if (exclusion !== null && control.ResourceExclusions?.[exclusion]?.State === "enabled") return;
  block(walk, {
    code: "VPC_ENCRYPTION_CONTROL_ENFORCED",
    resourceId: vpcId,
    evidence: [
      { resourceId: vpcId, fact: `EncryptionControl.Mode enforce, ${exclusion ?? gatewayId} not excluded` },
    ],
    message: `Encryption control of ${vpcId} is enforced without an exclusion for ${gatewayId}.`,
  });
}

/** Two VPCs that both enforce it may be joined; one that does not needs an exclusion in the other. */
export function checkPeeringEncryption(walk: Walk, vpcIds: readonly string[], peeringId: string): void {
  const enforced = vpcIds.filter((vpcId) => enforcedControl(walk, vpcId) !== null);
  const [only, second] = enforced;
  if (only !== undefined && second === undefined) checkEncryptionControl(walk, only, "VpcPeering", peeringId);
}

/** A VPC's control where it is in force. */
function enforcedControl({ index: { network } }: Walk, vpcId: string): Control | null {
  const control =
    network.vpcs.get(vpcId)?.resource.EncryptionControl ??
    [...network.vpcEncryptionControls.values()].find(({ resource }) => resource.VpcId === vpcId)?.resource;
  const isEnforced = control?.Mode === "enforce" && (control.State ?? "available") === "available";
  return isEnforced ? control : null;
}
