import type { ExplanationCode } from "../explanation-codes";
import type { FlowProtocol } from "../flow";
import type { Verdict } from "../trace";
import type { Blocker } from "./expectation.test-builder";

/** What the recordings' words for an outcome mean ("Words in the expectations…" in their README). */
export function verdictOf(word: string): Verdict {
  const verdict = VERDICTS.find(([pattern]) => pattern.test(word))?.[1];
  if (!verdict) throw new Error(`no verdict is known for ${word}`);
  return verdict;
}

const VERDICTS: readonly [RegExp, Verdict][] = [
  [/^(blocked|DENIED_|NO_ROUTE|NULL_ROUTED|NEIGHBOR_UNREACHABLE|forward-only)/, "unreachable"],
  [/^(reachable|exits-to-internet|ACCEPTED|EXITS_NETWORK|all connections)/, "reachable"],
  [/^mixed:/, "mixed"],
];

/** What stands in the way, in the recordings' words and in ours. Null: no code is more right than another. */
const CODES: Readonly<Record<string, readonly ExplanationCode[] | null>> = {
  "security-group-ingress": ["ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES"],
  "sg-ingress": ["ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES"],
  "sg-egress": ["ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES"],
  "no-route": ["NO_ROUTE_TO_DESTINATION"],
  "igw-no-public-ip": ["IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"],
  blackhole: ["BAD_STATE_ROUTE"],
  "tgw-attachment-no-subnet-in-az": ["TGW_ROUTE_AZ_RESTRICTION"],
  "tgw-attachment-az": ["TGW_ROUTE_AZ_RESTRICTION"],
  "nat-no-session": ["NAT_GATEWAY_ACCEPTS_NO_INBOUND"],
  "nat-gateway-no-session": ["NAT_GATEWAY_ACCEPTS_NO_INBOUND"],
  "nat-unsupported-protocol": ["PROTOCOL_RESTRICTION"],
  "no-such-destination": ["NO_POSSIBLE_DESTINATION"],
  "no-subnet-for-ip": ["NO_POSSIBLE_DESTINATION"],
  "private-destination": null,
};

/** `named`: ids, perhaps with other words among them, that the explanation must name. */
export function blockerOf(
  word: string,
  named: readonly string[],
  direction: Blocker["direction"] = "forward",
): Blocker {
  const codes = CODES[word];
  if (codes === undefined) throw new Error(`no code is known for ${word}`);
  const ids = named.filter((name) => /^[a-z]+(-[a-z]+)*-[0-9a-f]{8,}$/.test(name));
  return { ...(codes && { codes }), ids, direction };
}

/** `tcp`, `proto0(HOPOPT)`, `107 (A/N)`, `50`. */
export function protocolOf(word: string): FlowProtocol {
  if (word === "tcp" || word === "udp") return word;
  const number = /^(?:proto)?(\d+)/.exec(word)?.[1];
  if (number === undefined) throw new Error(`no protocol is known for ${word}`);
  return Number(number);
}

const PSEUDO_NODES = new Set(["internet", "aws-backbone", "aws-services-gateway"]);

/** A path without what stands only in Batfish's model. */
export function withoutPseudoNodes(path: readonly string[]): string[] {
  return path.filter((id) => !PSEUDO_NODES.has(id));
}
