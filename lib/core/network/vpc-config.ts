import type { VpcConfigResponse } from "@aws-sdk/client-lambda";
import type { Recorded } from "./resources";

/** A function's place in a VPC. Lists are sorted: their order carries no meaning. */
export interface Attachment {
  /** "" where AWS gave none; the network derives it from the subnets. */
  vpcId: string;
  subnetIds: string[];
  securityGroupIds: string[];
  ipv6AllowedForDualStack: boolean;
}

/**
 * "Detached" has four spellings in AWS's answers: no `VpcConfig`, null, `VpcId: ""` with empty lists, and both lists
 * empty. All of them become null. Source: Lambda API reference, VpcConfigResponse, and recorded answers.
 */
export function normalizeVpcConfig(
  vpcConfig: Partial<Record<keyof Recorded<VpcConfigResponse>, unknown>> | null | undefined,
): Attachment | null {
  const subnetIds = strings(vpcConfig?.SubnetIds);
  if (subnetIds.length === 0) return null;
  return {
    vpcId: typeof vpcConfig?.VpcId === "string" ? vpcConfig.VpcId : "",
    subnetIds,
    securityGroupIds: strings(vpcConfig?.SecurityGroupIds),
    ipv6AllowedForDualStack: vpcConfig?.Ipv6AllowedForDualStack === true,
  };
}

/** Two attachments mean the same where their sets do; the VPC follows from the subnets. */
export function isSameAttachment(left: Attachment | null, right: Attachment | null): boolean {
  if (left === null || right === null) return left === right;
  return attachmentKey(left) === attachmentKey(right);
}

/** A stable name for (subnets, security groups, IPv6): functions with the same one share interfaces and verdicts. */
export function attachmentKey(attachment: Attachment): string {
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = attachment;
  return [
    [...subnetIds].sort().join(","),
    [...securityGroupIds].sort().join(","),
    ipv6AllowedForDualStack ? "ipv6" : "ipv4",
  ].join("|");
}

function strings(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.filter((item): item is string => typeof item === "string" && item !== ""))].sort();
}
