import { nameTag } from "../name-tag";
import { isResourceKey, resourceId } from "../resource-id";
import { canonicalJson, isObject } from "./canonical-json";
import { compareValues, type FieldChange } from "./compare-values";

export interface ResourceChange {
  /** The key of the describe output: `SecurityGroups`. */
  kind: string;
  id: string | null;
  name: string | null;
  change: "added" | "removed" | "changed";
  fields: FieldChange[];
}

/** The same resource in two readings; absent where one of them has it not. */
export interface ResourcePair {
  id: string | null;
  before?: unknown;
  after?: unknown;
}

/** Members that tell of the reading, or of time passing, not of a change. `LatestRestorableTime` moves every 5 minutes. */
const NOISE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["FunctionStates", new Set(["ReadAt"])],
  ["DBInstances", new Set(["LatestRestorableTime"])],
]);

/** Lists whose order means something: layers are laid over each other, name servers are asked in turn. */
const ORDERED = [
  /^Functions Layers$/,
  /^Functions ImageConfigResponse\.ImageConfig\.(Command|EntryPoint)$/,
  /^DhcpOptions DhcpConfigurations\[.*\]\.Values$/,
];

/** The resources of one kind, each with what the other reading knows of it, by id. */
export function pairResources(
  kind: string,
  before: readonly unknown[],
  after: readonly unknown[],
): ResourcePair[] {
  const [old, now] = [identify(kind, before), identify(kind, after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().map((identity) => {
    const id = (old.get(identity) ?? now.get(identity))?.id ?? null;
    return {
      id,
      ...(old.has(identity) ? { before: old.get(identity)?.resource } : {}),
      ...(now.has(identity) ? { after: now.get(identity)?.resource } : {}),
    };
  });
}

/** What changed in a resource; undefined where nothing did. */
export function comparePair(kind: string, pair: ResourcePair): ResourceChange | undefined {
  const { id, before, after } = pair;
  const name = nameOf(after ?? before);
  if (!("before" in pair)) return { kind, id, name, change: "added", fields: [] };
  if (!("after" in pair)) return { kind, id, name, change: "removed", fields: [] };
  // Most resources are read again letter by letter: that is found out fastest.
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const fields = compareValues(withoutNoise(kind, before), withoutNoise(kind, after), (path) =>
    ORDERED.some((pattern) => pattern.test(`${kind} ${path}`)),
  );
  return fields.length === 0 ? undefined : { kind, id, name, change: "changed", fields };
}

/** By id, the last of equal ones, as the network has it; by content where there is none. */
function identify(kind: string, resources: readonly unknown[]) {
  return new Map(
    resources.map((resource) => {
      const id = idOf(kind, resource);
      return [id ?? `\u0000${canonicalJson(resource)}`, { id, resource }];
    }),
  );
}

function idOf(kind: string, resource: unknown): string | null {
  if (!isObject(resource) || !isResourceKey(kind)) return null;
  const id = resourceId(kind, resource) ?? null;
  // ListFunctions names `$LATEST` with or without its version.
  return kind === "Functions" ? (id?.replace(/:\$LATEST$/, "") ?? null) : id;
}

function nameOf(resource: unknown): string | null {
  if (!isObject(resource)) return null;
  const named = ["FunctionName", "GroupName", "PrefixListName", "DBInstanceIdentifier", "LoadBalancerName"]
    .map((member) => resource[member])
    .find((value) => typeof value === "string");
  return nameTag({ Tags: tagsOf(resource) }) ?? (typeof named === "string" ? named : null);
}

function tagsOf(resource: Readonly<Record<string, unknown>>): { Key?: string; Value?: string }[] {
  const tags = resource["Tags"] ?? resource["TagSet"];
  return (Array.isArray(tags) ? (tags as unknown[]) : [])
    .filter(isObject)
    .flatMap(({ Key, Value }) =>
      typeof Key === "string" && typeof Value === "string" ? [{ Key, Value }] : [],
    );
}

function withoutNoise(kind: string, resource: unknown): unknown {
  const noise = NOISE.get(kind);
  if (noise === undefined || !isObject(resource)) return resource;
  return Object.fromEntries(Object.entries(resource).filter(([member]) => !noise.has(member)));
}
