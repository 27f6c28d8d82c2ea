import { z } from "zod";
import { ApiError } from "../http/api-error";

/** The last row of a page ordered by time and id: the next page begins below it. */
export interface Cursor {
  at: Date;
  id: string;
}

/** ISO's year 0000 is none of PostgreSQL's; ids are UUIDs, and NUL is nothing that it compares. */
const cursorSchema = z.tuple([z.iso.datetime().refine((at) => at >= "0001"), z.string().regex(/^[\w-]*$/)]);

/** Opaque to clients: base64url of time and id. */
export function formatCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** Throws ApiError `invalid_request`, field `cursor`, for anything that `formatCursor` did not make. */
export function parseCursor(text: string): Cursor {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch (cause) {
    throw new ApiError("invalid_request", "cursor is not one that this API gave.", {
      field: "cursor",
      cause,
    });
  }
}
