import type { AssociateDhcpOptionsCommandInput } from "@aws-sdk/client-ec2";
import type { Handler } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { dhcpOptionsCollection } from "./describe-dhcp-options";

/** Gives a VPC a set of DHCP options, or none: `default` (EC2 API reference: AssociateDhcpOptions). */
export const associateDhcpOptions: Handler<AssociateDhcpOptionsCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  if (input.DhcpOptionsId !== "default") {
    getKnown(regionWorld.dhcpOptions, dhcpOptionsCollection, input.DhcpOptionsId, "dhcpOptionsId");
  }
  vpc.DhcpOptionsId = input.DhcpOptionsId;
  return {};
};
