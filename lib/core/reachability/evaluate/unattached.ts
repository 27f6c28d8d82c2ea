import { readCidr, resolveDestination } from "../destinations/resolve-destination";
import type { Flow } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { publicReceiver } from "../path/public-receiver";
import { coversRange, isOneAddress } from "../sets/address-range";
import { NOT_ON_THE_INTERNET } from "../sets/special-ranges";
import type { Explanation, NotEvaluated, Trace, Verdict } from "../trace";
import { evaluateCase, type TraceQuestion } from "./evaluate-case";

/**
 * A function in no VPC runs in a VPC of Lambda's: IPv4 internet and public endpoints of AWS, nothing private and no
 * IPv6. Source: Lambda Developer Guide, "Giving Lambda functions access to resources in a VPC".
 */
export function unattachedTrace(question: TraceQuestion): Trace {
  const { index, flow, family } = question;
  if (isSeenFromOutside(question)) {
    const trace = evaluateCase(question);
    return { ...trace, notEvaluated: [...trace.notEvaluated, OWN_NETWORK] };
  }
  const stop = blockOf(index, flow, family);
  // Of all protocols it sends two.
  const verdict: Verdict = !stop
    ? "reachable"
    : flow.protocol === "all" && isOpen(index, flow, family)
      ? "mixed"
      : "unreachable";
  return {
    subnetId: null,
    verdict,
    forward: stop ? [] : [{ kind: "internet", resourceId: "internet", detail: "by Lambda's own network" }],
    return: [],
    explanations: stop ? [stop] : [],
    notEvaluated: [OWN_NETWORK],
  };
}

const OWN_NETWORK: NotEvaluated = {
  code: "NOT_ATTACHED_TO_A_VPC",
  message:
    "The function is in no VPC: it sends by Lambda's own network, with addresses of AWS's that change.",
  affectsVerdict: false,
};

/** Who has a public address is asked as from anywhere on the internet: its gateway, groups and network ACLs decide. */
function isSeenFromOutside({ index, flow: { destination }, family }: TraceQuestion): boolean {
  if (family === 6 || "internet" in destination || "service" in destination || "functionName" in destination)
    return false;
  if ("cidr" in destination) {
    const range = readCidr(destination.cidr, "destination.cidr");
    return isOneAddress(range) && publicReceiver(index, range.first) !== undefined;
  }
  const { targets } = resolveDestination(index, destination, null, family);
  return targets.some(({ receiver }) =>
    receiver?.addresses.some(({ range, publicRange }) => range.family === 4 && publicRange !== null),
  );
}

function isOpen(index: NetworkIndex, flow: Flow, family: 4 | 6): boolean {
  return blockOf(index, { ...flow, protocol: "tcp" }, family) === null;
}

function blockOf(index: NetworkIndex, { destination, protocol }: Flow, family: 4 | 6): Explanation | null {
  if (protocol !== "tcp" && protocol !== "udp" && protocol !== 6 && protocol !== 17) {
    return explain("PROTOCOL_RESTRICTION", "A Lambda function sends TCP and UDP only.");
  }
  if ("functionName" in destination) {
    return explain("LAMBDA_ACCEPTS_NO_INBOUND", "A function's interfaces accept no connections.");
  }
  if (family === 6) return explain("LAMBDA_IPV6_NOT_ALLOWED", "A function in no VPC sends no IPv6.");
  if ("internet" in destination || "service" in destination) return null;
  if ("cidr" in destination) {
    const range = readCidr(destination.cidr, "destination.cidr");
    const isPrivate =
      NOT_ON_THE_INTERNET.some((special) => coversRange(special, range)) ||
      [...index.network.vpcs.keys()].some((vpcId) =>
        index.vpcRanges(vpcId).some((own) => coversRange(own, range)),
      );
    return isPrivate
      ? explain(
          "DISCONNECTED_VPCS",
          `The function is in no VPC, so it reaches no private address such as ${destination.cidr}.`,
        )
      : null;
  }
  return explain("DISCONNECTED_VPCS", "The function is in no VPC, so it reaches nothing inside one.");
}

function explain(code: Explanation["code"], message: string): Explanation {
  return { code, direction: "forward", effect: "connectivity", message };
}
