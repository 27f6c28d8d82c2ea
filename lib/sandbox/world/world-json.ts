import { createAccountWorld, createRegionWorld, createWorld } from "./create-world";
import type { AccountWorld, World } from "./world";

/** What the world's file holds. */
export interface SavedWorld {
  version: 3;
  /** How far the sandbox's clock is ahead of the machine's. */
  offsetMs: number;
  world: World;
}

const DATE_KEY = "$date";

/** Where the long lists are: in `world.accounts.<id>.regions.<name>`. Deeper, values are small enough to print whole. */
const SPLIT_DEPTH = 6;
/** A few milliseconds' worth of the largest resources. */
const ITEMS_PER_PIECE = 100;

function stringify(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, printed: unknown) {
    // `printed` has been through Date.toJSON already; the holder still has the Date itself.
    const raw = this[key];
    return raw instanceof Date ? { [DATE_KEY]: raw.toISOString() } : printed;
  });
}

function* piecesOf(value: unknown, depth: number): Generator<string> {
  if (Array.isArray(value)) {
    for (let start = 0; start < value.length; start += ITEMS_PER_PIECE) {
      const items = stringify(value.slice(start, start + ITEMS_PER_PIECE)).slice(1, -1);
      yield start === 0 ? `[${items}` : `,${items}`;
    }
    yield value.length === 0 ? "[]" : "]";
    return;
  }
  if (depth === SPLIT_DEPTH || typeof value !== "object" || value === null || value instanceof Date) {
    yield stringify(value);
    return;
  }
  let opening = "{";
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${opening}${JSON.stringify(key)}:`;
    yield* piecesOf(member, depth + 1);
    opening = ",";
  }
  yield opening === "{" ? "{}" : "}";
}

/** JSON in which dates are marked, so that they come back as `Date`; in pieces, each printed when it is asked for. */
export function worldPieces(saved: SavedWorld): Generator<string> {
  return piecesOf(saved, 0);
}

function isSavedWorld(value: unknown): value is SavedWorld {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    value.version === 3 &&
    "offsetMs" in value &&
    typeof value.offsetMs === "number" &&
    "world" in value &&
    typeof value.world === "object" &&
    value.world !== null &&
    "accounts" in value.world &&
    "scheduled" in value.world
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Puts in what a file of an earlier day does not know yet, and changes nothing that it knows. */
function fillIn(known: object, defaults: object): void {
  for (const [key, value] of Object.entries(defaults)) {
    const present: unknown = Reflect.get(known, key);
    if (present === undefined) Reflect.set(known, key, value);
    else if (isPlainObject(present) && isPlainObject(value)) fillIn(present, value);
  }
}

function fillInAccount(account: AccountWorld): void {
  const { accountId, name, regions } = account;
  fillIn(account, createAccountWorld(accountId, name));
  for (const [region, known] of Object.entries(regions)) fillIn(known, createRegionWorld(accountId, region));
}

/** The world that `worldPieces` printed. Throws SyntaxError for anything else. */
export function parseWorld(text: string): SavedWorld {
  const value: unknown = JSON.parse(text, (_key, raw: unknown) => {
    if (typeof raw !== "object" || raw === null || !(DATE_KEY in raw)) return raw;
    const iso = raw[DATE_KEY];
    return typeof iso === "string" && Object.keys(raw).length === 1 ? new Date(iso) : raw;
  });
  if (!isSavedWorld(value)) throw new SyntaxError("This file does not hold a sandbox's world.");
  const { world } = value;
  for (const account of Object.values(world.accounts)) fillInAccount(account);
  fillIn(world, {
    ...createWorld(world.scenario, { accountId: world.homeAccountId, name: "" }),
    accounts: {},
  });
  return value;
}
