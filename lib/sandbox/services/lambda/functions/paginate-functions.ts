import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { invalidParameterValue } from "../lambda-errors";
import { shapeCheck } from "../validation/shape-check";

/** "Lambda returns up to 50 items per call", whatever `MaxItems` says (ListFunctions in the SDK). */
const PAGE_SIZE = 50;
const MAX_ITEMS = { min: 1, max: 10_000 };

/**
 * One page, in the order of the items' ARNs. The marker names the last item given, so that what is created or deleted
 * between two pages neither repeats nor hides anything else. Throws ValidationException, InvalidParameterValueException.
 */
export function paginateFunctions(
  input: { Marker?: string | undefined; MaxItems?: number | undefined },
  items: readonly FunctionConfiguration[],
): { items: FunctionConfiguration[]; NextMarker?: string } {
  const check = shapeCheck();
  check.range("maxItems", input.MaxItems, MAX_ITEMS);
  check.throwIfViolated();
  const after = input.Marker ? parseMarker(input.Marker) : "";
  const size = Math.min(input.MaxItems ?? PAGE_SIZE, PAGE_SIZE);
  const page = takeFirst(items, after, size + 1);
  const last = page[size - 1];
  return {
    items: page.slice(0, size).map(({ item }) => item),
    ...(last !== undefined && page.length > size
      ? { NextMarker: Buffer.from(last.key).toString("base64url") }
      : {}),
  };
}

interface Keyed {
  key: string;
  item: FunctionConfiguration;
}

/** The first few after a key, in order: sorting ten thousand for each of two hundred pages takes most of their time. */
function takeFirst(items: readonly FunctionConfiguration[], after: string, most: number): Keyed[] {
  const first: Keyed[] = [];
  for (const item of items) {
    const key = sortKey(item);
    if (key <= after || (first.length === most && key >= (first.at(-1)?.key ?? ""))) continue;
    const place = first.findLastIndex((other) => other.key < key) + 1;
    first.splice(place, 0, { key, item });
    if (first.length > most) first.pop();
  }
  return first;
}

/** Versions of one function stay together and in the order of their numbers, `$LATEST` first. */
function sortKey(item: FunctionConfiguration): string {
  const number = item.Version === "$LATEST" ? 0 : Number(item.Version);
  return `${item.FunctionName} ${String(number).padStart(10, "0")}`;
}

function parseMarker(marker: string): string {
  const key = Buffer.from(marker, "base64url").toString();
  if (/ \d{10}$/.test(key)) return key;
  throw invalidParameterValue("Invalid marker");
}
