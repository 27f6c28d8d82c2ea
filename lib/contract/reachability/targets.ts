import { z } from "zod";
import { MAX_TARGETS } from "../limits";
import { flowPorts, flowProtocol, shownDestination } from "./flow-question";

/** Something that packets may go to, with the traffic that it is usually asked about. */
export const reachabilityTarget = z
  .object({
    /** The same in every snapshot: `internet`, `service:s3`, `db:orders-db`. */
    key: z.string(),
    kind: z.enum([
      "internet",
      "service",
      "db-instance",
      "cache-cluster",
      "load-balancer",
      "instance",
      "network-interface",
      "function",
      "cidr",
      "peer-vpc",
    ]),
    label: z.string(),
    destination: shownDestination,
    protocol: flowProtocol,
    /** Null: every port. */
    port: flowPorts.nullable(),
    /** Where it is; null for what is everywhere, or not in one VPC. */
    vpcId: z.string().nullable(),
  })
  .meta({ id: "ReachabilityTarget" });
export type ReachabilityTarget = z.infer<typeof reachabilityTarget>;

export const targetListQuery = z.object({
  snapshotId: z.string().optional(),
  /** What is in this function's VPC comes first. */
  functionName: z.string().max(300).optional(),
  /** Part of a name, id or ARN. */
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_TARGETS).default(200),
});

export const targetList = z
  .object({
    snapshotId: z.string(),
    items: z.array(reachabilityTarget),
    /** How many there are; a longer list is narrowed with `q`. */
    total: z.number().int(),
  })
  .meta({ id: "ReachabilityTargetList" });
export type TargetList = z.infer<typeof targetList>;
