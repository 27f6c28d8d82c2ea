import { AwsError } from "../aws-error";
import { paginateByMarker } from "./paginate-by-marker";

/** One page of a list of the JSON services. Throws AwsError for a bad size or token. */
export function paginateByToken<T>(
  items: readonly T[],
  input: { MaxResults?: number | undefined; NextToken?: string | undefined },
  rules: { max: number; usual: number; invalidCode: string },
): { items: T[]; NextToken: string | undefined } {
  if (input.NextToken === "") throw new AwsError(rules.invalidCode, "Invalid NextToken.");
  const page = paginateByMarker(
    items,
    { marker: input.NextToken, size: input.MaxResults },
    { ...rules, min: 1 },
  );
  return { items: page.items, NextToken: page.marker };
}
