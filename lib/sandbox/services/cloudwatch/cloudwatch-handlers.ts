import type { HandlerTable } from "../../handler";
import { getMetricData } from "./get-metric-data";
import { listMetrics } from "./list-metrics";

/** The CloudWatch operations that the sandbox knows. */
export const cloudWatchHandlers = {
  GetMetricData: getMetricData,
  ListMetrics: listMetrics,
} satisfies HandlerTable;
