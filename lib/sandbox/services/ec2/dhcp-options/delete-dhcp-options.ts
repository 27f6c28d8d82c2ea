import type { DeleteDhcpOptionsCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { dhcpOptionsCollection } from "./describe-dhcp-options";

/** Deletes a set that no VPC uses. */
export const deleteDhcpOptions: Handler<DeleteDhcpOptionsCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const options = getKnown(
    regionWorld.dhcpOptions,
    dhcpOptionsCollection,
    input.DhcpOptionsId,
    "dhcpOptionsId",
  );
  const id = options.DhcpOptionsId ?? "";
  if (regionWorld.vpcs.some((vpc) => vpc.DhcpOptionsId === id)) {
    throw new AwsError(
      "DependencyViolation",
      `The dhcpOptions '${id}' has dependencies and cannot be deleted.`,
    );
  }
  regionWorld.dhcpOptions = regionWorld.dhcpOptions.filter((candidate) => candidate !== options);
  return {};
};
