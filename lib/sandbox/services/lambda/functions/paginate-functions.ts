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
  const rest = items
    .map((item) => ({ item, key: sortKey(item) }))
    .filter(({ key }) => key > after)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const page = rest.slice(0, Math.min(input.MaxItems ?? PAGE_SIZE, PAGE_SIZE));
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    ...(last !== undefined && page.length < rest.length
      ? { NextMarker: Buffer.from(last.key).toString("base64url") }
      : {}),
  };
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
