import type { ReadCall } from "../calls";
import type { ResourceKey } from "../resources";
import type { JsonObject } from "./json/conform";
import type { DocumentPath } from "./place/parse-path";

export interface SourceDocument {
  /** As given, or `document 3`. */
  label: string;
  path: DocumentPath;
  content: JsonObject;
}

/** What one document holds, sorted. */
export interface Reading {
  /** Items per top-level key of the document. */
  counts: Map<string, number>;
  resources: Map<ResourceKey, JsonObject[]>;
  /** What GetFunction and GetFunctionConfiguration said of single functions. */
  configurations: JsonObject[];
  /** Calls whose answer is here, and whether it says that there is more. */
  calls: Map<ReadCall, { hasMore: boolean }>;
  unknown: [key: string, value: unknown][];
}
