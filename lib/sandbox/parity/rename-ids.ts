import { isIP } from "node:net";

/** Names for what each side makes up itself, in order of appearance: `vpc-0abc…` becomes `vpc#1`. */
export interface Renamer {
  /** Names every made-up value in the text, new ones too. */
  rename: (text: string) => string;
  /** The same, but a value not seen before becomes `vpc#?`: for ordering what has no order yet. */
  peek: (text: string) => string;
  /** How many of each kind have a name. */
  counts: Map<string, number>;
}

const IPV4 = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;

/** Kind -> what it looks like. A capture, where there is one, names the kind more closely. */
const PATTERNS: readonly { kind: string; pattern: RegExp }[] = [
  { kind: "uuid", pattern: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g },
  // What follows an endpoint's id in its host names.
  { kind: "suffix", pattern: /(?<=\bvpce-[0-9a-f]{17}-)[0-9a-f]{8}\b/g },
  { kind: "", pattern: /\b([a-z]+(?:-[a-z]+)*)-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g },
  { kind: "", pattern: /\b(A[GINRS][DIOP]A|AROA|ASIA|AKIA)[A-Z0-9]{12,}\b/g },
  // Which zone has which id is another one in each account ("Availability Zone IDs" of the RAM user guide).
  { kind: "zone", pattern: /\b[a-z]{3,4}\d-az\d\b/g },
  { kind: "mac", pattern: /\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/g },
  { kind: "ip6", pattern: /(?<![\w-])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?:\/\d+)?/g },
  { kind: "ip", pattern: new RegExp(String.raw`\b${IPV4}\b`, "g") },
  // As host names spell them: `ip-10-0-0-5.eu-west-1.compute.internal`.
  { kind: "ip", pattern: /(?<=\b(?:ip|ec2)-)\d{1,3}(?:-\d{1,3}){3}\b/g },
];

/** Lets both sides count on from the same numbers: what one side alone has made changes no name that comes later. */
export function levelCounts(renamers: readonly Renamer[]): void {
  for (const kind of new Set(renamers.flatMap(({ counts }) => [...counts.keys()]))) {
    const highest = Math.max(...renamers.map(({ counts }) => counts.get(kind) ?? 0));
    for (const { counts } of renamers) counts.set(kind, highest);
  }
}

/**
 * `given` are the literals of the script: an id or address among them is no side's own, and keeps its name. What the script
 * `saved` is known by the name that it was saved under.
 */
export function createRenamer(
  given: readonly string[],
  saved: ReadonlyMap<string, string> = new Map(),
): Renamer {
  const names = new Map([...saved].reverse().map(([name, value]) => [value, `{${name}}`]));
  const counts = new Map<string, number>();
  const known = new Set(
    PATTERNS.flatMap(({ pattern }) => given.flatMap((text) => text.match(pattern) ?? [])),
  );
  const nameOf = (kind: string, value: string): string => {
    const name = names.get(value);
    if (name !== undefined) return name;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    names.set(value, `${kind}#${String(count)}`);
    return `${kind}#${String(count)}`;
  };
  const replaceAll = (text: string, name: (kind: string, value: string) => string): string =>
    PATTERNS.reduce(
      (result, { kind, pattern }) =>
        result.replace(pattern, (value: string, capture: unknown) => {
          const key = kind === "ip" ? value.replaceAll("-", ".") : value;
          if (known.has(key) || (kind === "ip" && isIP(key) === 0)) return value;
          return name(typeof capture === "string" ? capture : kind, key);
        }),
      text,
    );
  return {
    counts,
    rename: (text) => replaceAll(text, nameOf),
    peek: (text) => replaceAll(text, (kind, value) => names.get(value) ?? `${kind}#?`),
  };
}
