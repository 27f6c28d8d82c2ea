import { findJsonError, MAX_JSON_DEPTH } from "./find-json-error";
import { ImportError } from "../import-error";

/** The JSON value of a document, given as text or already parsed; undefined for a blank text. Throws ImportError. */
export function parseContent(content: unknown, path: string): unknown {
  if (typeof content !== "string") return checkDepth(content, path);
  const text = content.startsWith("\uFEFF") ? content.slice(1) : content;
  if (text.trim() === "") return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    const error = findJsonError(text);
    throw new ImportError(path, error?.problem ?? "not JSON", error);
  }
  return checkDepth(parsed, path);
}

function checkDepth(value: unknown, path: string): unknown {
  if (isDeeper(value, MAX_JSON_DEPTH)) {
    throw new ImportError(path, `more than ${MAX_JSON_DEPTH} levels of nesting`);
  }
  return value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const member of Object.values(value)) {
    if (isDeeper(member, levels - 1)) return true;
  }
  return false;
}
