import { allowOnly, blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";
import { TCP, trafficOf, UDP, uniteTraffic } from "../sets/traffic";
import type { SourceCase } from "../sources/source-case";

const FUNCTION_TRAFFIC = uniteTraffic(trafficOf(TCP), trafficOf(UDP));

/** What a function can send at all: TCP and UDP, and IPv6 only where it is told to. */
export function sourceLimits({ kind, sendsIpv6 }: SourceCase, family: 4 | 6): Checkpoint[] {
  if (kind !== "function" && kind !== "unattached-function") return [];
  const protocols = allowOnly(FUNCTION_TRAFFIC, {
    code: "PROTOCOL_RESTRICTION",
    direction: "forward",
    effect: "connectivity",
    message: "A Lambda function sends TCP and UDP only.",
  });
  if (family === 4 || sendsIpv6 === true) return [protocols];
  if (sendsIpv6 === null) {
    const message = "Whether every subnet of the function has an IPv6 range was not read.";
    return [protocols, unknownPass({ code: "NOT_EVALUATED_UNREAD", message })];
  }
  const ipv6 = blockAll({
    code: "LAMBDA_IPV6_NOT_ALLOWED",
    direction: "forward",
    effect: "connectivity",
    message:
      "The function sends no IPv6: Ipv6AllowedForDualStack must be on, and every one of its subnets must have an IPv6 range.",
  });
  return [protocols, ipv6];
}
