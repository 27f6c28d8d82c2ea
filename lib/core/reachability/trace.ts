import type { ExplanationCode } from "./explanation-codes";

/**
 * `mixed`: sometimes, with certainty. `unknown`: something that matters was not read or is not modelled. A certain
 * block makes a path `unreachable` whatever else is unknown.
 */
export type Verdict = "reachable" | "unreachable" | "mixed" | "unknown";

export type HopKind =
  | "function"
  | "network-interface"
  | "instance"
  | "subnet"
  | "route-table"
  | "vpc"
  | "internet-gateway"
  | "egress-only-internet-gateway"
  | "nat-gateway"
  | "vpc-endpoint"
  | "vpc-peering-connection"
  | "transit-gateway"
  | "transit-gateway-attachment"
  | "transit-gateway-route-table"
  | "vpn-gateway"
  | "load-balancer"
  | "dns"
  | "internet"
  | "service"
  | "on-premises"
  | "other";

/**
 * A place that packets pass, in their order. `detail` names the route or the address that leads on, `evidence` the rules
 * of security groups and network ACLs that let the witness packet through there.
 */
export interface Hop {
  kind: HopKind;
  resourceId: string;
  detail?: string;
  evidence?: Evidence[];
}

export interface Evidence {
  resourceId?: string;
  /** The exact rule, route or state, in AWS's words. */
  fact: string;
}

/** `connectivity` decides the verdict; `authorization` (an endpoint's policy) only explains what AWS would answer. */
export interface Explanation {
  code: ExplanationCode;
  direction: "forward" | "return";
  effect: "connectivity" | "authorization";
  resourceId?: string;
  evidence?: Evidence[];
  message: string;
}

/** Something outside the model or not read. `affectsVerdict` where the answer hangs on it. */
export interface NotEvaluated {
  code: ExplanationCode;
  message: string;
  resourceId?: string;
  affectsVerdict: boolean;
}

/** Protocols and ports that get through both ways. `ports` is absent where the protocol has none; ICMP gives types. */
export interface AllowedTraffic {
  protocol: string;
  ports?: PortSpan[];
  /** Where replies come back to some of the sender's ports only: these. */
  sourcePorts?: PortSpan[];
  icmpTypes?: { type: number; code: number | null }[];
}

export interface PortSpan {
  from: number;
  to: number;
}

/** One concrete packet: of a `reachable` trace one that gets through, else one that does not (or may not). */
export interface Witness {
  protocol: number;
  sourceAddress: string | null;
  sourcePort?: number;
  destinationAddress: string | null;
  destinationPort?: number;
  icmp?: { type: number; code: number };
}

/** The answer for one place where packets may start: a subnet of a function, an interface, or outside. */
export interface Trace {
  subnetId: string | null;
  networkInterfaceId?: string;
  verdict: Verdict;
  forward: Hop[];
  return: Hop[];
  explanations: Explanation[];
  notEvaluated: NotEvaluated[];
  allowed?: AllowedTraffic[];
  witness?: Witness;
}

export interface FlowAnswer {
  verdict: Verdict;
  traces: Trace[];
  /** What is true of the traces together: that a function's subnets differ. */
  explanations: Explanation[];
}
