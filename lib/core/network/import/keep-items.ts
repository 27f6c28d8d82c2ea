import { callOfKey, type ReadCall } from "../calls";
import type { ResourceKey } from "../resources";
import { rootShapes } from "../shapes/resource-shapes";
import { conform, isJsonObject, type JsonObject } from "./json/conform";
import type { Reading, SourceDocument } from "./reading";
import { unreadableResource } from "./unreadable-resource";
import type { WarningLog } from "./warning-log";

/** One document being read, and where what it holds goes. */
export interface Reader {
  reading: Reading;
  document: SourceDocument;
  log: WarningLog;
}

/** Keeps resources under their key, made to fit AWS's model; what is no object at all is kept apart. */
export function keepItems(
  { reading, document, log }: Reader,
  key: ResourceKey,
  items: readonly unknown[],
): void {
  const kept = reading.resources.get(key) ?? [];
  reading.resources.set(key, kept);
  const call = callOfKey.get(key);
  if (call !== undefined) markCall(reading, call, document.content, items);
  const strays: unknown[] = [];
  for (const item of items) {
    if (!isJsonObject(item)) {
      strays.push(item);
      continue;
    }
    const { value, ...odd } = conform(item, rootShapes[key]);
    kept.push(value);
    reading.unknown.push(...unreadableResource(key, value, odd, document.label, log));
  }
  if (strays.length === 0) return;
  reading.unknown.push([`${key} (not objects)`, strays]);
  log.add({
    code: "not-an-object",
    message: `${strays.length} of \`${key}\` are not objects; kept apart`,
    path: document.label,
  });
}

/** Keeps what GetFunction or GetFunctionConfiguration said of one function. */
export function keepConfiguration({ reading, document, log }: Reader, configuration: JsonObject): void {
  const { value, ...odd } = conform(configuration, rootShapes.Functions);
  reading.configurations.push(value);
  reading.unknown.push(...unreadableResource("Functions", value, odd, document.label, log));
  markCall(reading, "GetFunction", document.content);
}

/** A page says that another follows by a token; SearchTransitGatewayRoutes by a flag. */
function markCall(
  { calls }: Reading,
  call: ReadCall,
  content: JsonObject,
  items: readonly unknown[] = [],
): void {
  const token = content["NextToken"] ?? content["NextMarker"] ?? content["Marker"];
  const isCut = [content, ...items].some(
    (one) => isJsonObject(one) && one["AdditionalRoutesAvailable"] === true,
  );
  const hasMore = (typeof token === "string" && token !== "") || isCut;
  calls.set(call, { hasMore });
}
