import type { GetMetricDataInput, MetricDataQuery, MetricStat } from "@aws-sdk/client-cloudwatch";
import { AwsError } from "../../aws-error";

const STATISTICS = /^(SampleCount|Average|Sum|Minimum|Maximum|p(\d{1,2}(\.\d+)?|100))$/;

function refuse(message: string): never {
  throw new AwsError("ValidationError", message);
}

function checkPeriod(period: number | undefined): void {
  if (period !== undefined && ([1, 5, 10, 20, 30].includes(period) || (period > 0 && period % 60 === 0)))
    return;
  refuse(`Period must be 1, 5, 10, 20, 30, or a multiple of 60, and not ${String(period)}.`);
}

function checkStat(stat: MetricStat): void {
  if (stat.Metric?.Namespace === undefined || stat.Metric.MetricName === undefined) {
    refuse("The parameters Namespace and MetricName are required in MetricStat.");
  }
  checkPeriod(stat.Period);
  if (!STATISTICS.test(stat.Stat ?? ""))
    refuse(`The value ${stat.Stat ?? ""} for parameter Stat is not supported.`);
}

function checkQuery(query: MetricDataQuery): void {
  if (!/^[a-z][a-zA-Z0-9_]*$/.test(query.Id ?? "")) {
    refuse(
      `The value ${query.Id ?? ""} for parameter MetricDataQueries.member.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    );
  }
  if (query.Expression !== undefined) {
    refuse(`Error in expression '${query.Id ?? ""}': the sandbox does not do metric math.`);
  }
  if (query.MetricStat === undefined) {
    refuse("Each MetricDataQuery must have either MetricStat or Expression.");
  }
  checkStat(query.MetricStat);
}

/** Throws ValidationError for what GetMetricData does not take. */
export function checkMetricDataInput(input: GetMetricDataInput): void {
  const { MetricDataQueries: queries = [], StartTime: start, EndTime: end } = input;
  if (queries.length === 0) refuse("The parameter MetricDataQueries is required.");
  if (queries.length > 500) refuse("The collection MetricDataQueries must not have a size greater than 500.");
  if (start === undefined || end === undefined || start >= end) {
    refuse("The parameter StartTime must be less than the parameter EndTime.");
  }
  const max = input.MaxDatapoints;
  if (max !== undefined && (max < 1 || max > 100_800)) {
    refuse("The value for parameter MaxDatapoints must be between 1 and 100800.");
  }
  for (const query of queries) checkQuery(query);
  if (new Set(queries.map((query) => query.Id)).size < queries.length) {
    refuse("The values for parameter id in MetricDataQueries must be unique.");
  }
}
