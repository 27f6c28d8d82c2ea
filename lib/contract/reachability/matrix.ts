import { z } from "zod";
import { MAX_MATRIX_CELLS, MAX_MATRIX_DESTINATIONS, MAX_REACHED_BY } from "../limits";
import { allowedTraffic, explanationCode, verdict } from "./flow-answer";
import { flowDestination, flowPorts, flowProtocol } from "./flow-question";
import { reachabilityTarget } from "./targets";

/** Functions with the same subnets and groups: they share every verdict. */
export const reachabilityConnection = z
  .object({
    connectionId: z.string(),
    vpcId: z.string().nullable(),
    accountId: z.string().nullable(),
    region: z.string().nullable(),
    subnetIds: z.array(z.string()),
    securityGroupIds: z.array(z.string()),
    ipv6AllowedForDualStack: z.boolean(),
    functionCount: z.int(),
    /** Published versions that use it. */
    versionCount: z.int(),
    /** The first of them by name. */
    functionNames: z.array(z.string()),
  })
  .meta({ id: "ReachabilityConnection" });
export type ReachabilityConnection = z.infer<typeof reachabilityConnection>;

export const matrixQuestion = z
  .strictObject({
    snapshotId: z.string().exactOptional(),
    /** One row per connection of this VPC, or of all. */
    vpcId: z.string().min(1).max(300).exactOptional(),
    /**
     * Where absent: the internet, the services used most, the databases and caches of the VPC and of those joined to it,
     * or of all, and peers of which only the addresses are known.
     */
    destinations: z.array(flowDestination).min(1).max(MAX_MATRIX_DESTINATIONS).exactOptional(),
    /** Where protocol and port are absent, each destination is asked about on its own. */
    protocol: flowProtocol.exactOptional(),
    port: flowPorts.exactOptional(),
  })
  .meta({
    id: "MatrixQuestion",
    description: `At most ${MAX_MATRIX_CELLS} connections times destinations; more are 413.`,
  });
export type MatrixQuestion = z.output<typeof matrixQuestion>;

export const matrix = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    connections: z.array(reachabilityConnection),
    destinations: z.array(reachabilityTarget),
    /** One row per connection, one column per destination. */
    verdicts: z.array(z.array(verdict)),
  })
  .meta({ id: "ReachabilityMatrix" });
export type Matrix = z.infer<typeof matrix>;

/** The short answer to a question. */
export const flowSummary = z.object({
  verdict,
  /** A function's own answer in each of its subnets. */
  subnets: z.array(
    z.object({ subnetId: z.string().nullable(), verdict, allowed: z.array(allowedTraffic).optional() }),
  ),
  /** All that stands in the way somewhere. */
  codes: z.array(explanationCode),
  /** What is not known somewhere, and a verdict hangs on. */
  unknownCodes: z.array(explanationCode),
});
export type FlowSummary = z.infer<typeof flowSummary>;

export const reachedByQuestion = z
  .strictObject({
    snapshotId: z.string().exactOptional(),
    /** Connections of this VPC only. */
    vpcId: z.string().min(1).max(300).exactOptional(),
    destination: flowDestination,
    protocol: flowProtocol.exactOptional(),
    port: flowPorts.exactOptional(),
  })
  .meta({
    id: "ReachedByQuestion",
    description: `At most ${MAX_REACHED_BY} connections; where there are more, without vpcId, it is 413.`,
  });
export type ReachedByQuestion = z.output<typeof reachedByQuestion>;

export const reachedBy = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    /** What was asked about, with its protocol and port. */
    target: reachabilityTarget,
    items: z.array(flowSummary.extend({ connection: reachabilityConnection })),
  })
  .meta({ id: "ReachedBy" });
export type ReachedBy = z.infer<typeof reachedBy>;

export const reachesQuery = z.object({
  snapshotId: z.string().optional(),
  functionName: z.string().min(1).max(300),
});

const peer = z.object({
  /** Null for what is no VPC: a VPN connection, a Direct Connect gateway. */
  vpcId: z.string().nullable(),
  name: z.string(),
  accountId: z.string().nullable(),
  /** The peering connection or transit gateway. */
  via: z.string(),
  cidrs: z.array(z.string()),
});

const publicAddress = z.object({
  address: z.string(),
  /** The NAT gateway, instance or interface that has it. */
  resourceId: z.string(),
  subnetIds: z.array(z.string()),
});

/** What packets that arrive go through, where all of them go through one kind of gateway. */
const gatewaysPassed = z.object({
  /** `NAT gateway`, `endpoint`. */
  kind: z.string(),
  gateways: z.array(z.object({ resourceId: z.string(), name: z.string().nullable() })),
});

/** What one function reaches. */
export const reaches = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    functionName: z.string(),
    functionArn: z.string(),
    vpcId: z.string().nullable(),
    /** Whose ways GET /api/reachability/ways tells; null for a function in no VPC. */
    connectionId: z.string().nullable(),
    items: z.array(flowSummary.extend({ target: reachabilityTarget, through: gatewaysPassed.nullable() })),
    /** What joined VPCs hold and was not asked about: there is too much. */
    omitted: z.int(),
    /** Networks joined to the function's VPC, by name; what is in them is among the items, by its `vpcId`. */
    peers: z.array(peer),
    /** Whom the internet sees: the public addresses that packets of each subnet leave with. */
    publicAddresses: z.array(publicAddress),
    /** Over IPv6: the interfaces' own addresses, or the range of their subnet where no interface is known. */
    publicIpv6Addresses: z.array(publicAddress),
  })
  .meta({ id: "Reaches" });
export type Reaches = z.infer<typeof reaches>;
