import { createHash } from "node:crypto";
import { AwsError } from "../../../aws-error";

export interface PageInput {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface PageBounds {
  min: number;
  max: number;
}

/** Bounds of most EC2 reads. */
export const USUAL_BOUNDS: PageBounds = { min: 5, max: 1000 };

function checkMaxResults(maxResults: number, bounds: PageBounds): void {
  const refuse = (expected: string): never => {
    throw new AwsError(
      "InvalidParameterValue",
      `Value ( ${String(maxResults)} ) for parameter maxResults is invalid. Expecting a value ${expected}.`,
    );
  };
  if (maxResults < bounds.min) refuse(`greater than ${String(bounds.min)}`);
  if (maxResults > bounds.max) refuse(`less than or equal to ${String(bounds.max)}`);
}

/** Ties a token to the question it continues, so that another question's token is recognised as foreign. */
function seal(question: string, offset: number): string {
  const mark = createHash("sha256")
    .update(`${question}/${String(offset)}`)
    .digest("hex")
    .slice(0, 24);
  return Buffer.from(`${String(offset)}.${mark}`).toString("base64url");
}

function openToken(question: string, token: string): number {
  const [offset = ""] = Buffer.from(token, "base64url").toString("utf8").split(".");
  if (/^\d{1,9}$/.test(offset) && seal(question, Number(offset)) === token) return Number(offset);
  throw new AwsError("InvalidPaginationToken", "The specified pagination token is invalid.");
}

/** One page, and the token of the next. Without MaxResults everything that is left comes at once, as from EC2. */
export function paginate<T>(
  items: readonly T[],
  input: PageInput,
  options: { question: string; bounds?: PageBounds },
): { items: T[]; NextToken?: string } {
  const { MaxResults: maxResults, NextToken: token } = input;
  if (maxResults !== undefined) checkMaxResults(maxResults, options.bounds ?? USUAL_BOUNDS);
  const start = token === undefined || token === "" ? 0 : openToken(options.question, token);
  const end = start + (maxResults ?? items.length);
  const page = items.slice(start, end);
  return end < items.length ? { items: page, NextToken: seal(options.question, end) } : { items: page };
}
