import { openVpc } from "@/lib/core/reachability/cases/open-vpc.test-builder";
import { evaluateFlow } from "@/lib/core/reachability/evaluate-flow";
import type { FlowDestination } from "@/lib/core/reachability/flow";
import { networkWithout } from "@/lib/core/reachability/testing/ask-network.test-builder";
import type { Verdict } from "@/lib/core/reachability/trace";

/** Milliseconds by the clock. */
export interface MillionRulesFigures {
  rules: number;
  /** The first question, which indexes the rules, and the first that explains why none of them matches. */
  first: number;
  firstRefused: number;
  /** The median of a hundred more: of what a rule lets in, of what none does, of a range that rules divide. */
  reached: number;
  refused: number;
  divided: number;
}

const RULES = 1_000_000;

/** Questions about a security group whose inbound rules are a million addresses. */
export function measureMillionRules(): MillionRulesFigures {
  const partners = Array.from({ length: RULES - 1 }, (_, n) => ({
    CidrIp: `100.${n >> 16}.${(n >> 8) & 255}.${n & 255}/32`,
  }));
  const IpRanges = [...partners, { CidrIp: "10.1.0.0/16" }];
  const network = networkWithout(
    openVpc(1, { inbound: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges }] }),
    [],
  );
  const timed = (from: string, port: number, verdict: Verdict): number => {
    const destination: FlowDestination = { networkInterfaceId: "eni-1b" };
    const start = performance.now();
    const answer = evaluateFlow(network, { source: { cidr: from }, destination, protocol: "tcp", port });
    const ms = performance.now() - start;
    if (answer.verdict !== verdict) throw new Error(`From ${from} it is ${answer.verdict}, not ${verdict}.`);
    return ms;
  };
  const median = (...question: Parameters<typeof timed>): number =>
    Array.from({ length: 100 }, () => timed(...question)).sort((a, b) => a - b)[50] ?? 0;
  return {
    rules: RULES,
    first: timed("10.1.1.10/32", 443, "reachable"),
    firstRefused: timed("10.1.1.10/32", 22, "unreachable"),
    reached: median("10.1.1.10/32", 443, "reachable"),
    refused: median("10.1.1.10/32", 22, "unreachable"),
    divided: median("100.0.0.0/8", 443, "unreachable"),
  };
}
