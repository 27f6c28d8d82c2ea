import type { z } from "zod";
import { ApiError } from "../api-error";
import { requireStorable } from "./require-storable";
import { toFieldError } from "./to-field-error";

/** The value as the schema says. Throws ApiError `invalid_request` naming the first field that is wrong. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
): z.output<Schema> {
  // An endpoint without a schema takes nothing: its handler sees undefined.
  if (schema === undefined) return undefined as z.output<Schema>;
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) {
    requireStorable(parsed.data);
    return parsed.data;
  }
  const { field, message } = toFieldError(parsed.error);
  throw new ApiError("invalid_request", message, field === "" ? {} : { field });
}
