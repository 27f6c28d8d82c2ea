import type { Recorded } from "@/lib/core/network/resources";

/** An SDK answer as JSON keeps it: dates as ISO strings, nothing undefined. */
export function toRecorded<T>(value: T): Recorded<T> {
  // JSON.parse gives `any`; `Recorded` is by definition what it makes of T.
  return JSON.parse(JSON.stringify(value)) as Recorded<T>;
}
