import { z } from "zod";
import { MAX_COMPARED_VERDICTS, MAX_VERDICT_CHANGES } from "../limits";
import { verdict } from "./flow-answer";
import { reachabilityConnection } from "./matrix";
import { reachabilityTarget } from "./targets";

export const verdictComparisonQuery = z.object({
  /** The snapshot to compare with: what it says is `before`. */
  with: z.string(),
  /** Connections of this VPC only. */
  vpcId: z.string().min(1).max(300).optional(),
});

const verdictChange = z
  .object({
    /** As it is in the newer snapshot: only the functions that use it may differ. */
    connection: reachabilityConnection,
    target: reachabilityTarget,
    /** What was asked in the older snapshot, where a data store may have had another port. */
    targetBefore: reachabilityTarget,
    before: verdict,
    after: verdict,
    /** `mixed`: in some subnets from now on. `unclear`: before or after is not known. */
    kind: z.enum(["gained", "lost", "mixed", "unclear"]),
  })
  .meta({ id: "VerdictChange" });
export type VerdictChange = z.infer<typeof verdictChange>;

export const verdictComparison = z
  .object({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    withId: z.string(),
    withCapturedAt: z.iso.datetime(),
    /** By connection and target; the first of them where there are more. */
    items: z.array(verdictChange).max(MAX_VERDICT_CHANGES),
    /** How many verdicts changed. */
    total: z.int(),
    compared: z.object({ connections: z.int(), verdicts: z.int() }),
    /** Nothing is said of these: only one of the two has them, or they are more than are asked about. */
    notCompared: z.object({ connections: z.int(), targets: z.int() }),
  })
  .meta({
    id: "VerdictComparison",
    description: `At most ${MAX_COMPARED_VERDICTS} verdicts are compared, more are 413; of the changes the first ${MAX_VERDICT_CHANGES} are listed.`,
  });
export type VerdictComparison = z.infer<typeof verdictComparison>;
