import type { Vpc } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { RegionWorld } from "../../../../world/world";
import { ENCRYPTION_RESOURCES, type EncryptionResource } from "./encryption-resources";

/** Whether a VPC enforces encryption on a kind of resource: it is in enforce mode, and does not exclude that kind. */
export function enforcesEncryption(vpc: Vpc | undefined, resource?: EncryptionResource): boolean {
  const control = vpc?.EncryptionControl;
  if (control?.Mode !== "enforce") return false;
  return resource === undefined || control.ResourceExclusions?.[resource]?.State !== "enabled";
}

/** Whether a VPC enforces encryption on everything in it. */
export function enforcesAllEncryption(vpc: Vpc | undefined): boolean {
  return enforcesEncryption(vpc) && ENCRYPTION_RESOURCES.every((name) => enforcesEncryption(vpc, name));
}

/** EC2's code for it is on no record: this is the one that its list has for whatever "is not allowed". */
export function unencrypted(vpcId: string, what: string): AwsError {
  return new AwsError(
    "OperationNotPermitted",
    `${what} is not allowed in ${vpcId}, whose VPC encryption control is in enforce mode.`,
  );
}

/**
 * "Enforce mode prevents you from creating or attaching unencrypted VPC resources" unless they are excluded (VPC user
 * guide: Enforce VPC encryption in transit). Without a `resource` no exclusion exists. Throws OperationNotPermitted.
 */
export function refuseUnencrypted(
  { vpcs }: RegionWorld,
  vpcId: string | undefined,
  { what, resource }: { what: string; resource?: EncryptionResource },
): void {
  const vpc = vpcs.find((candidate) => candidate.VpcId === vpcId);
  if (enforcesEncryption(vpc, resource)) throw unencrypted(vpcId ?? "", what);
}
