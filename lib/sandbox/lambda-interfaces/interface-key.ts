import type { NetworkInterface } from "@aws-sdk/client-ec2";

/** What one Hyperplane interface serves: a subnet and a set of security groups (Lambda Developer Guide: configuration-vpc). */
export interface InterfacePair {
  subnetId: string;
  securityGroupIds: readonly string[];
}

/** One spelling per (subnet, set of groups): the order in which groups are named carries no meaning. */
export function interfaceKey(pair: InterfacePair): string {
  return [pair.subnetId, ...new Set(pair.securityGroupIds.toSorted())].join(",");
}

/** The pair that a Lambda interface serves, or undefined for any other kind of interface. */
export function findInterfacePair(networkInterface: NetworkInterface): InterfacePair | undefined {
  if (networkInterface.InterfaceType !== "lambda" || networkInterface.SubnetId === undefined)
    return undefined;
  return {
    subnetId: networkInterface.SubnetId,
    securityGroupIds: (networkInterface.Groups ?? []).flatMap((group) => group.GroupId ?? []),
  };
}

/** The pairs that a VpcConfig asks for, none when it is absent or detached (empty lists). */
export function toInterfacePairs(
  vpcConfig: { SubnetIds?: string[] | undefined; SecurityGroupIds?: string[] | undefined } | undefined,
): InterfacePair[] {
  const securityGroupIds = vpcConfig?.SecurityGroupIds ?? [];
  if (securityGroupIds.length === 0) return [];
  return (vpcConfig?.SubnetIds ?? []).map((subnetId) => ({ subnetId, securityGroupIds }));
}
