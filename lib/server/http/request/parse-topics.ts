import { eventTopic, type EventTopic } from "@/lib/contract/events";
import { ApiError } from "../api-error";

/** `operations,snapshots`; every topic where absent. Throws ApiError `invalid_request` naming an unknown one. */
export function parseTopics(text: string | null): EventTopic[] {
  if (text === null || text === "") return [...eventTopic.options];
  return text.split(",").map((name) => {
    const topic = eventTopic.safeParse(name.trim());
    if (topic.success) return topic.data;
    throw new ApiError("invalid_request", `topics must be among ${eventTopic.options.join(", ")}.`, {
      field: "topics",
    });
  });
}
