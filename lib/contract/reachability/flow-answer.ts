import { z } from "zod";
import { explanationCodes, type ExplanationCode } from "../../core/reachability/explanation-codes";

export const verdict = z.enum(["reachable", "unreachable", "mixed", "unknown"]).meta({ id: "Verdict" });

// TypeScript gives a record's keys as strings.
const codes = Object.keys(explanationCodes) as [ExplanationCode, ...ExplanationCode[]];

/** AWS's Reachability Analyzer's own where it has one. */
export const explanationCode = z.enum(codes).meta({
  id: "ExplanationCode",
  description: codes.map((code) => `${code}: ${explanationCodes[code]}`).join("\n"),
});

/** The exact rule, route or state, in AWS's words. */
const evidence = z.object({ resourceId: z.string().optional(), fact: z.string() });

export const hop = z
  .object({
    kind: z.enum([
      "function",
      "network-interface",
      "instance",
      "subnet",
      "route-table",
      "vpc",
      "internet-gateway",
      "egress-only-internet-gateway",
      "nat-gateway",
      "vpc-endpoint",
      "vpc-peering-connection",
      "transit-gateway",
      "transit-gateway-attachment",
      "transit-gateway-route-table",
      "vpn-gateway",
      "load-balancer",
      "dns",
      "internet",
      "service",
      "on-premises",
      "other",
    ]),
    resourceId: z.string(),
    /** The route or the address that leads on. */
    detail: z.string().optional(),
    /** The rules of security groups and network ACLs that let what was asked about through here. */
    evidence: z.array(evidence).optional(),
  })
  .meta({ id: "Hop" });

const explanation = z
  .object({
    code: explanationCode,
    direction: z.enum(["forward", "return"]),
    /** `authorization` (an endpoint's policy) never changes a verdict. */
    effect: z.enum(["connectivity", "authorization"]),
    resourceId: z.string().optional(),
    /** The exact rules, routes and states. */
    evidence: z.array(evidence).optional(),
    message: z.string(),
  })
  .meta({ id: "Explanation" });

const portSpans = z.array(z.object({ from: z.int(), to: z.int() }));
const icmp = z.object({ type: z.int(), code: z.int() });

export const allowedTraffic = z
  .object({
    protocol: z.string(),
    ports: portSpans.optional(),
    /** Where replies come back to some of the sender's ports only: these. */
    sourcePorts: portSpans.optional(),
    icmpTypes: z.array(icmp.extend({ code: icmp.shape.code.nullable() })).optional(),
  })
  .meta({ id: "AllowedTraffic" });

/** The answer for one place where packets may start: a subnet of a function, an interface, or outside (null). */
const trace = z
  .object({
    subnetId: z.string().nullable(),
    networkInterfaceId: z.string().optional(),
    verdict,
    forward: z.array(hop),
    return: z.array(hop),
    explanations: z.array(explanation),
    notEvaluated: z.array(
      z.object({
        code: explanationCode,
        message: z.string(),
        resourceId: z.string().optional(),
        /** Whether the answer hangs on it. */
        affectsVerdict: z.boolean(),
      }),
    ),
    /** Protocols and ports that get through both ways, whatever was asked. */
    allowed: z.array(allowedTraffic).optional(),
    /** A packet that gets through where the verdict is `reachable`, else one that does not or may not. */
    witness: z
      .object({
        protocol: z.int(),
        sourceAddress: z.string().nullable(),
        sourcePort: z.int().optional(),
        destinationAddress: z.string().nullable(),
        destinationPort: z.int().optional(),
        icmp: icmp.optional(),
      })
      .optional(),
  })
  .meta({ id: "Trace" });

export const flowAnswer = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    verdict,
    traces: z.array(trace),
    /** What is true of the traces together: that a function's subnets differ. */
    explanations: z.array(explanation),
    /** Names of the resources spoken of, by id; one without a name is not in it. */
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: "FlowAnswer" });
export type FlowAnswer = z.infer<typeof flowAnswer>;
