import { AwsError } from "../aws-error";

/** How the `Marker` of one service behaves. */
export interface MarkerRules {
  min: number;
  max: number;
  /** Page size where none is asked for. */
  usual: number;
  invalidCode: string;
}

/** RDS and ElastiCache: 20 to 100 of `MaxRecords`, 100 by default. */
export const RECORDS_MARKER: MarkerRules = {
  min: 20,
  max: 100,
  usual: 100,
  invalidCode: "InvalidParameterValue",
};

/** One page of a list whose continuation is a marker. Throws AwsError for a bad size or marker. */
export function paginateByMarker<T>(
  items: readonly T[],
  input: { marker: string | undefined; size: number | undefined },
  rules: MarkerRules,
): { items: T[]; marker?: string } {
  const size = input.size ?? rules.usual;
  if (size < rules.min || size > rules.max) {
    throw new AwsError(
      rules.invalidCode,
      `Invalid value ${String(size)}: must be between ${String(rules.min)} and ${String(rules.max)}`,
    );
  }
  const start =
    input.marker === undefined ? 0 : Number(Buffer.from(input.marker, "base64url").toString("utf8"));
  if (!Number.isInteger(start) || start < 0 || input.marker === "") {
    throw new AwsError(rules.invalidCode, "Invalid Marker.");
  }
  const end = start + size;
  const page = items.slice(start, end);
  return end < items.length
    ? { items: page, marker: Buffer.from(String(end)).toString("base64url") }
    : { items: page };
}
