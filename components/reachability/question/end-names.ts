import { formatDestination, formatSource } from "@/lib/contract/reachability/question-address";
import type { Flow, FlowDestination, FlowSource } from "@/lib/core/reachability/flow";
import type { OfferedTarget } from "./endpoint-options";

/** What the two ends are called in a sentence. */
export function endNames(
  { source, destination }: Pick<Flow, "source" | "destination">,
  targets: readonly OfferedTarget[],
): { from: string; to: string } {
  return { from: sourceName(source, targets), to: destinationName(destination, targets) };
}

const EVERYTHING: ReadonlyMap<string, string> = new Map([
  ["0.0.0.0/0", "the internet"],
  ["::/0", "the internet over IPv6"],
]);

function sourceName(source: FlowSource, targets: readonly OfferedTarget[]): string {
  if ("functionName" in source) return afterLastColon(source.functionName);
  if ("connection" in source) return "A function with this connection";
  return addressName(labelled(formatSource(source), targets));
}

/** A block of one is an address. */
function addressName(text: string): string {
  return text.replace(text.includes(":") ? /\/128$/ : /\/32$/, "");
}

function destinationName(destination: FlowDestination, targets: readonly OfferedTarget[]): string {
  if ("internet" in destination) return "the internet";
  if ("cidr" in destination) {
    return EVERYTHING.get(destination.cidr) ?? addressName(labelled(destination.cidr, targets));
  }
  const text = formatDestination(destination);
  const known = targets.find((target) => formatDestination(target.destination) === text);
  if (known !== undefined) return known.label;
  if ("service" in destination) return destination.service;
  if ("functionName" in destination) return afterLastColon(destination.functionName);
  if ("dbInstanceIdentifier" in destination) return afterLastColon(destination.dbInstanceIdentifier);
  if ("cacheClusterId" in destination) return afterLastColon(destination.cacheClusterId);
  if ("loadBalancerArn" in destination) return destination.loadBalancerArn.split("/").at(-2) ?? text;
  return text;
}

function labelled(text: string, targets: readonly OfferedTarget[]): string {
  return targets.find((target) => formatDestination(target.destination) === text)?.label ?? text;
}

/** The name at the end of an ARN; a name is itself. */
function afterLastColon(text: string): string {
  return text.slice(text.lastIndexOf(":") + 1);
}
