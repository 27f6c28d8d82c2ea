import type { Network } from "@/lib/core/network/network";
import { addressAt, isIpv6 } from "../places/addresses";
import { addressesOf, groupIdsOf, instanceInterface, isLambda } from "../places/interfaces";
import type { NaiveSource } from "../question";
import { addressesOfRange } from "./addresses-of-range";
import type { FunctionSource, NamedQuestion } from "./named-question";

interface Sources {
  sources: NaiveSource[];
  /** Lambda picks the subnet; of a range every address counts. */
  mode: "sometimes" | "every";
  /** Whether they can send at all was not read. */
  isDoubtful?: boolean;
}

/** The senders that a question's source stands for. */
export function sourcesOf(network: Network, { source, destination }: NamedQuestion): Sources {
  if ("outsideRange" in source) {
    const addresses = addressesOfRange(network, source.outsideRange);
    return { sources: addresses.map((outside) => ({ outside })), mode: "every" };
  }
  if ("instanceId" in source) {
    const networkInterfaceId = instanceInterface(network, source.instanceId)?.NetworkInterfaceId ?? "";
    return { sources: [{ networkInterfaceId }], mode: "sometimes" };
  }
  if ("functionName" in source) {
    const isToIpv6 =
      ("address" in destination && isIpv6(destination.address)) ||
      ("range" in destination && isIpv6(destination.range));
    return { ...sourcesOfFunction(network, source.functionName, isToIpv6), mode: "sometimes" };
  }
  return { sources: "places" in source ? inPlaces(network, source) : [source], mode: "sometimes" };
}

function inPlaces(network: Network, { places, ...rest }: FunctionSource): NaiveSource[] {
  const subnetIds = places.map(({ subnetId }) => subnetId);
  const own = {
    ...rest,
    ipv6AllowedForDualStack: sendsIpv6(network, subnetIds, rest.ipv6AllowedForDualStack),
  };
  return places.map((place) => ({ ...place, ...own }));
}

/** A function does where it may and every one of its subnets has a range. */
function sendsIpv6(network: Network, subnetIds: readonly string[], isAllowed: boolean): boolean {
  return isAllowed && subnetIds.every((subnetId) => rangeOf(network, subnetId, true) !== undefined);
}

function rangeOf(network: Network, subnetId: string, isToIpv6: boolean): string | undefined {
  const { CidrBlock, Ipv6CidrBlockAssociationSet } = network.subnets.get(subnetId)?.resource ?? {};
  return isToIpv6 ? Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock : CidrBlock;
}

/** Where Lambda has made interfaces for its groups, they send; elsewhere it will make one. */
function sourcesOfFunction(network: Network, name: string, isToIpv6: boolean): Omit<Sources, "mode"> {
  const found = [...network.functions.values()].find(({ functionName }) => functionName === name);
  const { SubnetIds = [], SecurityGroupIds = [], Ipv6AllowedForDualStack } = found?.resource.VpcConfig ?? {};
  const groups = [...SecurityGroupIds].sort().join();
  const own = {
    securityGroupIds: [...SecurityGroupIds],
    ipv6AllowedForDualStack: sendsIpv6(network, SubnetIds, Ipv6AllowedForDualStack === true),
  };
  const isUnread = SubnetIds.some((subnetId) => !network.subnets.has(subnetId));
  const isDoubtful = isToIpv6 && isUnread && Ipv6AllowedForDualStack === true;
  const sources = SubnetIds.flatMap((subnetId): NaiveSource[] => {
    const made = [...network.networkInterfaces.values()]
      .map(({ resource }) => resource)
      .filter((one) => isLambda(one) && one.SubnetId === subnetId)
      .filter((one) => groupIdsOf(one).sort().join() === groups);
    const cidr = rangeOf(network, subnetId, isToIpv6);
    const planned = cidr === undefined ? "0.0.0.0" : addressAt(cidr, 150);
    if (made.length === 0) return [{ ...own, subnetId, address: planned }];
    return made.map((one) => {
      const ipv6 = addressesOf(one).find(isIpv6);
      return isToIpv6 && !(isDoubtful && ipv6 !== undefined)
        ? { ...own, subnetId, address: ipv6 ?? planned }
        : { networkInterfaceId: one.NetworkInterfaceId };
    });
  });
  return { sources, isDoubtful };
}
