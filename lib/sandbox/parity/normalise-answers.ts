import { identityOf } from "./identity";
import { isList, isRecord, type Plain } from "./plain";
import type { Play } from "./play";
import { createRenamer, levelCounts, type Renamer } from "./rename-ids";
import type { Step } from "./step";

/** Members whose values are a side's own business. */
const OPAQUE = new Map([
  ["NextToken", "<token>"],
  ["Marker", "<token>"],
  ["NextMarker", "<token>"],
  ["SecretAccessKey", "<secret>"],
  ["SessionToken", "<secret>"],
  ["MacAddress", "<mac>"],
  ["HostedZoneId", "<hosted zone>"],
]);

/** For each step the answers of all sides, with everything that cannot be equal put into a form in which it can. */
export function normaliseAnswers(steps: readonly Step[], plays: readonly Play[]): Plain[][] {
  const given = steps.flatMap(({ input }) => stringsIn(input));
  const sides = plays.map(({ answers, saved }) => ({ answers, renamer: createRenamer(given, saved) }));
  return steps.map((_step, index) => {
    const row = sides.map(({ answers, renamer }) => rename(order(toPlain(answers[index]), renamer), renamer));
    levelCounts(sides.map(({ renamer }) => renamer));
    return row;
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g;

/** As data: dates without their value, absent members left out. */
function toPlain(value: unknown): Plain {
  if (value instanceof Date) return "<date>";
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === "string") return value.replace(TIME, "<time>");
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, OPAQUE.get(key) ?? toPlain(item)]),
  );
}

/** EC2 and IAM promise no order of items, so each list is put into one that both sides share. */
function order(value: Plain, renamer: Renamer): Plain {
  if (isList(value)) {
    const keyed = value.map((item) => {
      const ordered = order(item, renamer);
      return { ordered, key: renamer.peek(`${identityOf(ordered)} ${JSON.stringify(ordered)}`) };
    });
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ ordered }) => ordered);
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, order(item, renamer)]));
}

function rename(value: Plain, renamer: Renamer): Plain {
  if (typeof value === "string") return renamer.rename(value);
  if (isList(value)) return value.map((item) => rename(item, renamer));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rename(item, renamer)]));
}
