import type {
  DimensionFilter,
  ListMetricsInput,
  ListMetricsOutput,
  Metric,
} from "@aws-sdk/client-cloudwatch";
import { AwsError } from "../../aws-error";
import type { Handler } from "../../handler";
import { paginateByToken } from "../paginate-by-token";
import { knownMetrics } from "./known-metrics";

/** "Up to 500 results are returned for any one call." */
const PAGE = { max: 500, usual: 500, invalidCode: "InvalidParameterValue" };

function passes(metric: Metric, filters: readonly DimensionFilter[]): boolean {
  return filters.every((filter) =>
    metric.Dimensions?.some(
      (dimension) =>
        dimension.Name === filter.Name && (filter.Value === undefined || dimension.Value === filter.Value),
    ),
  );
}

/** The metrics of what exists. */
export const listMetrics: Handler<ListMetricsInput, ListMetricsOutput> = ({ regionWorld }, input) => {
  const { Namespace: namespace, MetricName: name, Dimensions: filters = [] } = input;
  // The SDK's type has one value only; a request may hold any.
  const recent: string = input.RecentlyActive ?? "PT3H";
  if (recent !== "PT3H") {
    throw new AwsError("InvalidParameterValue", "The only valid value for RecentlyActive is PT3H.");
  }
  const metrics = knownMetrics(regionWorld)
    .map(({ metric }) => metric)
    .filter(
      (metric) =>
        (namespace === undefined || metric.Namespace === namespace) &&
        (name === undefined || metric.MetricName === name) &&
        passes(metric, filters),
    );
  const { items, NextToken } = paginateByToken(metrics, { NextToken: input.NextToken }, PAGE);
  return { Metrics: items, NextToken };
};
