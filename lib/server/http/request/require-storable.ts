import { isStorable } from "@/lib/contract/is-storable";
import { ApiError } from "../api-error";
import { toPath } from "./to-field-error";

/**
 * Throws ApiError `invalid_request` naming the first text that no column can hold: PostgreSQL takes neither NUL nor
 * half a surrogate pair.
 */
export function requireStorable(value: unknown, path: readonly PropertyKey[] = []): void {
  if (typeof value === "string") {
    if (isStorable(value)) return;
    const field = toPath(path);
    throw new ApiError(
      "invalid_request",
      `${field === "" ? "The request" : field} holds a character that cannot be stored (such as NUL).`,
      field === "" ? {} : { field },
    );
  }
  if (typeof value !== "object" || value === null) return;
  const members = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [name, member] of members) requireStorable(member, [...path, name]);
}
