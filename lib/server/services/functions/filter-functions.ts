import { nameTag } from "@/lib/core/network/name-tag";
import type { LocatedFunction, Network } from "@/lib/core/network/network";

export interface FunctionFilter {
  /** Words that must all occur in name, ARN, runtime, description, VPC, subnets or security groups. */
  q?: string | undefined;
  /** A VPC id, or `none`. */
  vpcId?: string | undefined;
  /** AWS's word, or `unknown` for functions whose state was not read. */
  state?: string | undefined;
}

/** Functions that meet every part of the filter, by name and then by ARN. */
export function filterFunctions(network: Network, { q, vpcId, state }: FunctionFilter): LocatedFunction[] {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return [...network.functions.values()]
    .filter((located) => vpcId === undefined || (located.attachment?.vpcId ?? "none") === vpcId)
    .filter((located) => state === undefined || stateOf(network, located) === state.toLowerCase())
    .filter((located) => {
      if (words.length === 0) return true;
      const text = searchText(network, located);
      return words.every((word) => text.includes(word));
    })
    .sort(byNameAndArn);
}

export function byNameAndArn(
  a: Pick<LocatedFunction, "functionName" | "arn">,
  b: Pick<LocatedFunction, "functionName" | "arn">,
): number {
  return compare(a.functionName, b.functionName) || compare(a.arn, b.arn);
}

function stateOf({ functionStates }: Network, { arn }: LocatedFunction): string {
  return functionStates.get(arn)?.resource.State?.toLowerCase() ?? "unknown";
}

function searchText({ vpcs }: Network, { arn, functionName, resource, attachment }: LocatedFunction): string {
  const vpc = attachment && vpcs.get(attachment.vpcId);
  return [
    functionName,
    arn,
    resource.Runtime,
    resource.Description,
    ...(attachment ? [attachment.vpcId, ...attachment.subnetIds, ...attachment.securityGroupIds] : []),
    vpc && nameTag(vpc.resource),
  ]
    .join("\n")
    .toLowerCase();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
