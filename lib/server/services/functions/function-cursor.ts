import { z } from "zod";
import type { LocatedFunction } from "@/lib/core/network/network";
import { ApiError } from "../../http/api-error";

export type FunctionCursor = Pick<LocatedFunction, "functionName" | "arn">;

const cursorSchema = z.tuple([z.string(), z.string()]);

/** Names the last function of a page, so that the next begins after it even in a newer snapshot. */
export function formatFunctionCursor({ functionName, arn }: FunctionCursor): string {
  return Buffer.from(JSON.stringify([functionName, arn])).toString("base64url");
}

/** Throws ApiError `invalid_request`, field `cursor`, for anything that `formatFunctionCursor` did not make. */
export function parseFunctionCursor(text: string): FunctionCursor {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const [functionName, arn] = cursorSchema.parse(json);
    return { functionName, arn };
  } catch (cause) {
    throw new ApiError("invalid_request", "cursor is not one that this API gave.", {
      field: "cursor",
      cause,
    });
  }
}
