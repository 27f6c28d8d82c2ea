import type { Destination } from "../destinations/target";
import { blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { FlowDestination } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { EPHEMERAL_PORTS } from "../judge/asked";
import { formatRange, type AddressRange } from "../sets/address-range";
import { portsBetween } from "../sets/port-set";
import { trafficOf, UDP } from "../sets/traffic";
import type { SourceVariant } from "../sources/source-case";
import { behindLoadBalancer } from "./behind-load-balancer";
import { evaluatePair } from "./evaluate-pair";

/** What the resolution of a name adds before every path. */
export function nameCheckpoints(
  index: NetworkIndex,
  variant: SourceVariant | undefined,
  { checkpoints, dnsServers: servers, isAmazonBeside }: Destination,
  asks: FlowDestination,
): Checkpoint[] {
  if (!variant || servers.length === 0 || isAmazonBeside === true) return [...checkpoints];
  return [...checkpoints, ...checkDnsServers({ index, variant, servers, asks, isAmazonBeside })];
}

interface DnsQuestion {
  index: NetworkIndex;
  variant: SourceVariant;
  servers: readonly AddressRange[];
  asks: FlowDestination;
  /** False where nobody else answers, null where that is not known. */
  isAmazonBeside: false | null;
}

/**
 * Servers of the DHCP options are asked by ordinary packets on port 53, which routes, groups and ACLs may stop; one
 * that answers is enough. Source: VPC User Guide, "DHCP option sets".
 */
function checkDnsServers({ index, variant, servers, asks, isAmazonBeside }: DnsQuestion): Checkpoint[] {
  const asked = { traffic: trafficOf(UDP, portsBetween(53, 53)), sourcePorts: EPHEMERAL_PORTS };
  const own = servers.filter(({ family }) => family === variant.range.family);
  const verdicts = own.map((range) => {
    const target = { range: { ...range }, isInternetAtLarge: false, receiver: null };
    const pair = { index, variant, target, asked, checkpoints: [], isVerdictOnly: true };
    return evaluatePair({ ...pair, behind: behindLoadBalancer }).verdict;
  });
  if (verdicts.includes("reachable")) return [];
  const names = servers.map(formatRange).join(", ");
  const what = "service" in asks ? asks.service : "the name";
  if (
    isAmazonBeside === false &&
    // What is sent to a server of the other family is not looked at.
    verdicts.length === servers.length &&
    verdicts.every((verdict) => verdict === "unreachable")
  ) {
    return [
      blockAll({
        code: "DNS_SERVER_UNREACHABLE",
        direction: "forward",
        effect: "connectivity",
        message: `${what} cannot be resolved: the DNS servers of the DHCP options (${names}) are not reached on udp 53.`,
      }),
    ];
  }
  const message = `Whether the DNS servers of the DHCP options (${names}) answer is not known.`;
  return [unknownPass({ code: "NOT_EVALUATED_DNS", message })];
}
