import type { Flow, FlowDestination, FlowSource } from "../../flow";
import type { NamedQuestion } from "../naive/names/named-question";

/** The same packet as a question to the engine. */
export function toFlow(question: NamedQuestion): Flow {
  const { protocol, port, sourcePort, icmp } = question;
  const flow = { source: sourceOf(question), destination: destinationOf(question), protocol };
  if (protocol === 6 || protocol === 17) return { ...flow, port, sourcePort };
  return protocol === 1 || protocol === 58 ? { ...flow, icmp } : flow;
}

function sourceOf({ source }: NamedQuestion): FlowSource {
  if ("outside" in source) return { cidr: asCidr(source.outside) };
  if ("outsideRange" in source) return { cidr: source.outsideRange };
  if ("networkInterfaceId" in source || "instanceId" in source || "functionName" in source) return source;
  const { securityGroupIds, ipv6AllowedForDualStack } = source;
  const subnetIds = "places" in source ? source.places.map(({ subnetId }) => subnetId) : [source.subnetId];
  return { connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack } };
}

function destinationOf({ destination }: NamedQuestion): FlowDestination {
  if ("range" in destination) return { cidr: destination.range };
  return "address" in destination ? { cidr: asCidr(destination.address) } : destination;
}

function asCidr(address: string): string {
  return `${address}/${address.includes(":") ? 128 : 32}`;
}
