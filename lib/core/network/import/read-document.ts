import type { ResourceKey } from "../resources";
import type { SnapshotWarning } from "../snapshot";
import { isJsonObject, type JsonObject } from "./json/conform";
import { keepConfiguration, keepItems, type Reader } from "./keep-items";
import type { DocumentPath } from "./place/parse-path";
import type { Reading, SourceDocument } from "./reading";
import { isFunction, routeKey, type Route } from "./route-key";
import type { WarningLog } from "./warning-log";

/** Sorts the members of one answer; whatever is odd is kept and told. */
export function readDocument(given: SourceDocument, log: WarningLog): Reading {
  const document = { ...given, content: unwrap(given.content) };
  const { content, label, path } = document;
  const reading: Reading = {
    counts: new Map(),
    resources: new Map(),
    configurations: [],
    calls: new Map(),
    unknown: [],
  };
  const reader: Reader = { reading, document, log };
  if (isFunction(content)) {
    reading.counts.set("Functions", 1);
    keepConfiguration(reader, content);
    return reading;
  }
  if (Object.keys(content).length === 0) {
    log.add({ code: "empty-document", message: `${label} holds nothing`, path: label });
  }
  for (const [name, value] of Object.entries(content)) {
    const route = routeKey(name, content, path);
    if (route.kind === "envelope") continue;
    reading.counts.set(name, countOf(value));
    keep(reader, name, value, route);
  }
  return reading;
}

/** Recorders keep answers as `{ status_code, data }`. */
function unwrap(content: JsonObject): JsonObject {
  return isJsonObject(content["data"]) && "status_code" in content ? content["data"] : content;
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === null ? 0 : 1;
}

function keep(
  reader: Reader,
  name: string,
  value: unknown,
  route: Exclude<Route, { kind: "envelope" }>,
): void {
  switch (route.kind) {
    case "resources":
      keepList(reader, name, route.items ?? value, route.key);
      return;
    case "answer":
      keepAnswer(reader, name, value, route);
      return;
    case "vpc-attribute":
      if (route.subject === null) missSubject(reader, name, value);
      else keepItems(reader, "VpcAttributes", [{ VpcId: route.subject, [name]: value }]);
      return;
    case "configuration":
      keepConfiguration(reader, route.configuration);
      return;
    case "unknown":
      setAside(reader, name, value, {
        code: "unknown-key",
        message: `\`${name}\` (${countOf(value)}) is not something Mooring reads; kept as it came`,
      });
  }
}

function keepList(reader: Reader, name: string, value: unknown, key: ResourceKey): void {
  if (key === "VpcBlockPublicAccessOptions" && isJsonObject(value)) {
    keepItems(reader, key, [value]);
    return;
  }
  if (value !== null && !Array.isArray(value)) {
    setAside(reader, name, value, {
      code: "not-a-list",
      message: `\`${name}\` is not a list; kept as it came`,
    });
    return;
  }
  if (value === null) warnNull(reader, name);
  const items: readonly unknown[] = value ?? [];
  keepItems(reader, key, items);
  if (key !== "ManagedPrefixLists") return;
  const withEntries = items.filter(isJsonObject).filter((item) => Array.isArray(item["Entries"]));
  if (withEntries.length === 0) return;
  const entries = withEntries.map(({ PrefixListId, Entries }) => ({ PrefixListId, Entries }));
  keepItems(reader, "ManagedPrefixListEntries", entries);
}

function keepAnswer(
  reader: Reader,
  name: string,
  value: unknown,
  { key, subjectMember, subject }: Extract<Route, { kind: "answer" }>,
): void {
  if (subject === null) {
    missSubject(reader, name, value);
    return;
  }
  if (value === null) warnNull(reader, name);
  const OnlyType = key === "TransitGatewayRoutes" ? onlyTypeOf(reader.document.path) : undefined;
  keepItems(reader, key, [
    { [subjectMember]: subject, [name]: value ?? [], ...(OnlyType !== undefined && { OnlyType }) },
  ]);
}

/** Which type of routes a search was for: then others may be there. */
function onlyTypeOf({ filter }: DocumentPath): string | undefined {
  return /^type-(static|propagated)$/.exec(filter ?? "")?.[1];
}

function missSubject(reader: Reader, name: string, value: unknown): void {
  setAside(reader, `${name} (${reader.document.label})`, value, {
    code: "missing-subject",
    message: `\`${name}\` does not say what it is about, nor does its file's name (\`<Call>__<id>.json\`); kept as it came`,
  });
}

function setAside(
  { reading, document, log }: Reader,
  key: string,
  value: unknown,
  warning: Pick<SnapshotWarning, "code" | "message">,
): void {
  reading.unknown.push([key, value]);
  log.add({ ...warning, path: document.label });
}

function warnNull({ document: { label }, log }: Reader, name: string): void {
  log.add({ code: "null-list", message: `\`${name}\` is null; read as an empty list`, path: label });
}
