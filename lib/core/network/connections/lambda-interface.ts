import type { Resource } from "../network";

/**
 * Whether Lambda made this interface. Today its type is `lambda`; older ones are `interface` and told by their
 * description alone. Source: Lambda Developer Guide, "Giving Lambda functions access to resources in a VPC".
 */
export function isLambdaInterface({ InterfaceType, Description }: Resource<"NetworkInterfaces">): boolean {
  return InterfaceType === "lambda" || Description?.startsWith("AWS Lambda VPC ENI") === true;
}

/** What Lambda shares an interface by: one subnet and a set of security groups. */
export function interfacePlacement(subnetId: string, securityGroupIds: readonly string[]): string {
  return `${subnetId}|${[...new Set(securityGroupIds)].sort().join(",")}`;
}

/** Ids of the security groups of an interface, sorted. */
export function interfaceSecurityGroupIds({ Groups }: Resource<"NetworkInterfaces">): string[] {
  return (Groups ?? []).flatMap(({ GroupId }) => (GroupId ? [GroupId] : [])).sort();
}
