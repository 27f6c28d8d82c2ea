import { z } from "zod";
import { verdict } from "./flow-answer";
import { flowProtocol } from "./flow-question";
import { reachabilityTarget } from "./targets";

/** What becomes of one target when a plan is carried out. */
export const plannedVerdict = z
  .object({
    /** Its name, as a person says it. */
    destination: z.string(),
    /** The same in every snapshot: `internet`, `service:s3`, `db:orders-db`. */
    key: z.string(),
    label: z.string(),
    targetKind: reachabilityTarget.shape.kind,
    protocol: flowProtocol,
    port: z.int(),
    /** `mixed`: sometimes from now on. `unclear`: before or after is not known. */
    kind: z.enum(["gained", "lost", "unchanged", "mixed", "unclear"]),
    before: verdict,
    after: verdict,
  })
  .meta({ id: "PlannedVerdict" });
