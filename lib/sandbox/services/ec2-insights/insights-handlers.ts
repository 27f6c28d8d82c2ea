import { createNetworkInsightsPath } from "./create-network-insights-path";
import { deleteNetworkInsightsAnalysis, deleteNetworkInsightsPath } from "./delete-network-insights";
import { describeNetworkInsightsAnalyses, describeNetworkInsightsPaths } from "./describe-network-insights";
import { startNetworkInsightsAnalysis } from "./start-network-insights-analysis";

/** Network Insights: paths, and analyses whose results were declared beforehand. */
export const insightsHandlers = {
  CreateNetworkInsightsPath: createNetworkInsightsPath,
  DeleteNetworkInsightsAnalysis: deleteNetworkInsightsAnalysis,
  DeleteNetworkInsightsPath: deleteNetworkInsightsPath,
  DescribeNetworkInsightsAnalyses: describeNetworkInsightsAnalyses,
  DescribeNetworkInsightsPaths: describeNetworkInsightsPaths,
  StartNetworkInsightsAnalysis: startNetworkInsightsAnalysis,
};
