import type { VpcEncryptionControl } from "@aws-sdk/client-ec2";
import type { Settlers } from "../../../../world/settle-world";
import { findBlockingResources } from "./blocking-resources";
import { ENCRYPTION_RESOURCES } from "./encryption-resources";

function settleExclusions(control: VpcEncryptionControl): void {
  for (const name of ENCRYPTION_RESOURCES) {
    const exclusion = control.ResourceExclusions?.[name];
    if (exclusion?.State === "enabling") exclusion.State = "enabled";
    if (exclusion?.State === "disabling") exclusion.State = "disabled";
  }
}

/** What happens to a VPC's encryption control by itself. The event's subject is the VPC's id. */
export const encryptionSettlers: Settlers = {
  "vpc-encryption-settled": ({ world, regionWorld }, event) => {
    const vpc = regionWorld.vpcs.find((candidate) => candidate.VpcId === event.subject);
    const control = vpc?.EncryptionControl;
    if (vpc === undefined || control === undefined || control.State === "deleting") return;
    settleExclusions(control);
    const blocking = event.data?.["mode"] === "enforce" ? findBlockingResources(world, regionWorld, vpc) : [];
    if (blocking.length > 0) {
      control.State = "enforce-failed";
      control.StateMessage = `These resources block enforcement: ${blocking.map(({ Id: id }) => id ?? "").join(", ")}`;
      return;
    }
    control.State = "available";
    control.Mode = event.data?.["mode"] === "enforce" ? "enforce" : "monitor";
  },
  "vpc-encryption-deleted": ({ regionWorld }, event) => {
    const vpc = regionWorld.vpcs.find((candidate) => candidate.VpcId === event.subject);
    if (vpc?.EncryptionControl?.State === "deleting") delete vpc.EncryptionControl;
  },
};
