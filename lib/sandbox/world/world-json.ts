import type { World } from "./world";

/** What the world's file holds. */
export interface SavedWorld {
  version: 2;
  /** How far the sandbox's clock is ahead of the machine's. */
  offsetMs: number;
  world: World;
}

const DATE_KEY = "$date";

/** JSON in which dates are marked, so that they come back as `Date`. */
export function stringifyWorld(saved: SavedWorld): string {
  return JSON.stringify(saved, function (this: Record<string, unknown>, key, value: unknown) {
    // `value` has been through Date.toJSON already; the holder still has the Date itself.
    const raw = this[key];
    return raw instanceof Date ? { [DATE_KEY]: raw.toISOString() } : value;
  });
}

function isSavedWorld(value: unknown): value is SavedWorld {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    value.version === 2 &&
    "offsetMs" in value &&
    typeof value.offsetMs === "number" &&
    "world" in value &&
    typeof value.world === "object" &&
    value.world !== null &&
    "accounts" in value.world &&
    "scheduled" in value.world
  );
}

/** The world that `stringifyWorld` wrote. Throws SyntaxError for anything else. */
export function parseWorld(text: string): SavedWorld {
  const value: unknown = JSON.parse(text, (_key, raw: unknown) => {
    if (typeof raw !== "object" || raw === null || !(DATE_KEY in raw)) return raw;
    const iso = raw[DATE_KEY];
    return typeof iso === "string" && Object.keys(raw).length === 1 ? new Date(iso) : raw;
  });
  if (!isSavedWorld(value)) throw new SyntaxError("This file does not hold a sandbox's world.");
  return value;
}
