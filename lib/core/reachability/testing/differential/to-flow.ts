import type { Flow, FlowDestination, FlowSource } from "../../flow";
import type { NaiveQuestion } from "../naive/question";

/** The same packet as a question to the engine. */
export function toFlow(question: NaiveQuestion): Flow {
  const { protocol, port, sourcePort, icmp } = question;
  const flow = { source: sourceOf(question), destination: destinationOf(question), protocol };
  if (protocol === 6 || protocol === 17) return { ...flow, port, sourcePort };
  return protocol === 1 || protocol === 58 ? { ...flow, icmp } : flow;
}

function sourceOf({ source }: NaiveQuestion): FlowSource {
  if ("outside" in source) return { cidr: asCidr(source.outside) };
  if ("networkInterfaceId" in source) return source;
  const { subnetId, securityGroupIds, ipv6AllowedForDualStack } = source;
  return { connection: { subnetIds: [subnetId], securityGroupIds, ipv6AllowedForDualStack } };
}

function destinationOf({ destination }: NaiveQuestion): FlowDestination {
  return "address" in destination ? { cidr: asCidr(destination.address) } : destination;
}

function asCidr(address: string): string {
  return `${address}/${address.includes(":") ? 128 : 32}`;
}
