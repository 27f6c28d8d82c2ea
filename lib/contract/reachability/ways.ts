import { z } from "zod";
import { MAX_SUBNETS, MAX_WAYS_TARGETS } from "../limits";
import { explanationCode, hop, verdict } from "./flow-answer";
import { reachabilityConnection } from "./matrix";
import { reachabilityTarget } from "./targets";

export const waysQuery = z.object({
  snapshotId: z.string().optional(),
  connectionId: z.string().min(1).max(300),
});

const way = z.object({
  subnetId: z.string().nullable(),
  verdict,
  /** As far as packets get; the way of replies is judged too, and told by POST /api/reachability. */
  forward: z.array(hop),
  /** What stands in the way, or is not known where the verdict hangs on it. */
  reasons: z.array(z.object({ code: explanationCode, message: z.string() })),
});

/** How packets of a connection go to each target that it may want. */
export const connectionWays = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    connection: reachabilityConnection,
    items: z
      .array(
        z.object({
          target: reachabilityTarget,
          verdict,
          /** One from each subnet of the connection. */
          ways: z.array(way).max(MAX_SUBNETS),
        }),
      )
      .max(MAX_WAYS_TARGETS),
    /** Targets that were not asked about: there are too many. */
    omitted: z.int(),
    /** Which endpoint or instance an interface among the hops belongs to, by the interface's id. */
    owners: z.record(z.string(), z.string()),
    /** Names of the resources spoken of, by id. */
    names: z.record(z.string(), z.string()),
  })
  .meta({
    id: "ConnectionWays",
    description: `At most ${MAX_WAYS_TARGETS} targets, each with a way from each of at most ${MAX_SUBNETS} subnets; \`omitted\` counts the rest.`,
  });
export type ConnectionWays = z.infer<typeof connectionWays>;
