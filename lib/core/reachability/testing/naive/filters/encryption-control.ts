import type { VpcEncryptionControlExclusions } from "@aws-sdk/client-ec2";
import type { Network } from "@/lib/core/network/network";
import { Blocked } from "../walk";

type Kind = keyof VpcEncryptionControlExclusions | null;

/** A peering joins two VPCs that both enforce encryption, or each that does has an exclusion for it. */
export function passPeeringEncryption(network: Network, vpcIds: readonly string[]): void {
  // A VPC that was not read may enforce it as well.
  if (!vpcIds.every((vpcId) => network.vpcs.has(vpcId))) return;
  const enforced = vpcIds.filter((vpcId) => isEnforced(network, vpcId, null));
  if (enforced.length === 1 && isEnforced(network, enforced[0] ?? "", "VpcPeering"))
    throw new Blocked("VPC_ENCRYPTION_CONTROL_ENFORCED peering");
}

/** Whether encryption is enforced in a VPC, with no exclusion for this kind of gateway (null: none can be had). */
export function isEnforced(network: Network, vpcId: string, kind: Kind): boolean {
  const controls = [...network.vpcEncryptionControls.values()].map(({ resource }) => resource);
  const control =
    controls.find(({ VpcId }) => VpcId === vpcId) ?? network.vpcs.get(vpcId)?.resource.EncryptionControl;
  if (control?.Mode !== "enforce" || control.State !== "available") return false;
  return kind === null || control.ResourceExclusions?.[kind]?.State !== "enabled";
}

export function passEncryptionControl(network: Network, vpcId: string, kind: Kind): void {
  if (isEnforced(network, vpcId, kind)) throw new Blocked("VPC_ENCRYPTION_CONTROL_ENFORCED");
}
