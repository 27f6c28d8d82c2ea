import type { Flow } from "../flow";
import type { Verdict } from "../trace";

/** What of an answer is told in words. Members may be undefined, as they are once an answer came over HTTP. */
export interface ToldAnswer {
  verdict: Verdict;
  traces: readonly ToldTrace[];
}

export interface ToldTrace {
  subnetId: string | null;
  networkInterfaceId?: string | undefined;
  verdict: Verdict;
  forward: readonly ToldHop[];
  return: readonly ToldHop[];
  explanations: readonly ToldExplanation[];
  notEvaluated: readonly ToldGap[];
  allowed?: readonly ToldTraffic[] | undefined;
  witness?: ToldWitness | undefined;
}

export interface ToldHop {
  kind: string;
  resourceId: string;
  detail?: string | undefined;
  evidence?: readonly ToldEvidence[] | undefined;
}

export interface ToldEvidence {
  resourceId?: string | undefined;
  fact: string;
}

export interface ToldExplanation {
  code: string;
  direction: "forward" | "return";
  effect: "connectivity" | "authorization";
  resourceId?: string | undefined;
  evidence?: readonly ToldEvidence[] | undefined;
  message: string;
}

export interface ToldGap {
  code: string;
  message: string;
  affectsVerdict: boolean;
}

export interface ToldTraffic {
  protocol: string;
  ports?: readonly ToldPorts[] | undefined;
  sourcePorts?: readonly ToldPorts[] | undefined;
  icmpTypes?: readonly { type: number; code: number | null }[] | undefined;
}

export interface ToldPorts {
  from: number;
  to: number;
}

export interface ToldWitness {
  protocol: number;
  sourceAddress: string | null;
  sourcePort?: number | undefined;
  destinationAddress: string | null;
  destinationPort?: number | undefined;
  icmp?: { type: number; code: number } | undefined;
}

/** How the two ends are called, and what was asked between them; `nameOf` gives a resource's `Name` tag, or null. */
export interface ToldWords {
  from: string;
  to: string;
  asked: Pick<Flow, "protocol" | "port" | "icmp">;
  nameOf: (id: string) => string | null;
}
