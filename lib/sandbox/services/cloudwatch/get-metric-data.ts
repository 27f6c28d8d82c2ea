import type {
  Dimension,
  GetMetricDataInput,
  GetMetricDataOutput,
  MetricDataQuery,
  MetricDataResult,
} from "@aws-sdk/client-cloudwatch";
import { AwsError } from "../../aws-error";
import type { Handler, HandlerContext } from "../../handler";
import { checkMetricDataInput } from "./check-metric-data-query";
import { knownMetrics, type KnownMetric } from "./known-metrics";
import { reduceSamples } from "./reduce-samples";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** "A single GetMetricData call can include up to 100,800 datapoints." */
const MAX_DATAPOINTS = 100_800;

interface Point {
  at: Date;
  value: number;
}

/** The finest period kept for data of this age; a finer question gets no data points (GetMetricData in the SDK). */
function finestPeriod(ageMs: number): number {
  if (ageMs > 63 * DAY_MS) return 3600;
  if (ageMs > 15 * DAY_MS) return 300;
  return ageMs > 3 * HOUR_MS ? 60 : 1;
}

function keyOf(namespace: string, name: string, dimensions: readonly Dimension[]): string {
  const parts = dimensions.map((dimension) => `${dimension.Name ?? ""}=${dimension.Value ?? ""}`);
  return [namespace, name, ...parts.toSorted()].join("\n");
}

function pointsOf(
  context: HandlerContext,
  input: GetMetricDataInput,
  query: MetricDataQuery,
  known: KnownMetric,
): Point[] {
  const { MetricStat: stat } = query;
  const now = context.clock.now();
  const start = input.StartTime?.getTime() ?? now;
  const end = Math.min(input.EndTime?.getTime() ?? now, now);
  const period = stat?.Period ?? 60;
  if (period < finestPeriod(now - start)) return [];
  // What is finer than a minute shows what the whole minute did: AWS's own metrics are kept by the minute.
  const stepMs = Math.max(period, 60) * 1000;
  const points: Point[] = [];
  for (let at = Math.floor(start / stepMs) * stepMs; at < end; at += stepMs) {
    const samples: number[] = [];
    for (let minute = at; minute < Math.min(at + stepMs, now); minute += MINUTE_MS) {
      for (const sample of known.samplesAt(minute)) samples.push(sample);
    }
    const value = reduceSamples(stat?.Stat ?? "Average", samples);
    if (value !== undefined) points.push({ at: new Date(at), value });
  }
  return input.ScanBy === "TimestampAscending" ? points : points.toReversed();
}

function readToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const given = Buffer.from(token, "base64url").toString();
  if (!/^points:\d{1,9}$/.test(given))
    throw new AwsError("InvalidNextToken", "The next token specified is invalid.");
  return Number(given.slice("points:".length));
}

function toResult(query: MetricDataQuery, page: readonly Point[], isWhole: boolean): MetricDataResult {
  return {
    Id: query.Id,
    Label: query.Label ?? query.MetricStat?.Metric?.MetricName,
    Timestamps: page.map((point) => point.at),
    Values: page.map((point) => point.value),
    StatusCode: isWhole ? "Complete" : "PartialData",
  };
}

/** Series of what exists, the same for the same question; metric math is absent. */
export const getMetricData: Handler<GetMetricDataInput, GetMetricDataOutput> = (context, input) => {
  checkMetricDataInput(input);
  const known = new Map(
    knownMetrics(context.regionWorld).map((entry) => [
      keyOf(entry.metric.Namespace ?? "", entry.metric.MetricName ?? "", entry.metric.Dimensions ?? []),
      entry,
    ]),
  );
  const from = readToken(input.NextToken);
  const until = from + (input.MaxDatapoints ?? MAX_DATAPOINTS);
  let offset = 0;
  const results = (input.MetricDataQueries ?? [])
    .filter((query) => query.ReturnData !== false)
    .flatMap((query) => {
      const metric = query.MetricStat?.Metric;
      const entry = known.get(
        keyOf(metric?.Namespace ?? "", metric?.MetricName ?? "", metric?.Dimensions ?? []),
      );
      const points = entry === undefined ? [] : pointsOf(context, input, query, entry);
      const begin = offset;
      offset += points.length;
      // A page shows the metrics that it has points of, and on the first page those that have none at all.
      if (points.length === 0 ? from > 0 : offset <= from || begin >= until) return [];
      const page = points.slice(Math.max(0, from - begin), until - begin);
      return [toResult(query, page, offset <= until)];
    });
  const token = offset > until ? Buffer.from(`points:${String(until)}`).toString("base64url") : undefined;
  return { MetricDataResults: results, Messages: [], NextToken: token };
};
