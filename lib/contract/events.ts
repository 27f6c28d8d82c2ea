import { z } from "zod";
import { operation } from "./operations";
import { snapshotSummary } from "./snapshots";

/** One stream carries every topic: HTTP/1.1 gives a browser six connections. */
export const eventTopic = z.enum(["operations", "snapshots"]);
export type EventTopic = z.infer<typeof eventTopic>;

/**
 * The `data` of one Server-Sent Event; its `id` is a number that only grows, its `event` the topic. Each carries the
 * whole resource after the change, so that a reader who missed one loses nothing.
 */
export const serverEvent = z
  .discriminatedUnion("topic", [
    z.object({ topic: z.literal("operations"), operation }),
    z.object({ topic: z.literal("snapshots"), snapshot: snapshotSummary }),
  ])
  .meta({ id: "ServerEvent" });
export type ServerEvent = z.infer<typeof serverEvent>;

export const eventsQuery = z.object({
  /** Comma-separated topics; all when absent. */
  topics: z.string().optional(),
});
