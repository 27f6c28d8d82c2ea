import type {
  DescribeNetworkInsightsAnalysesCommandInput,
  DescribeNetworkInsightsAnalysesCommandOutput,
  DescribeNetworkInsightsPathsCommandInput,
  DescribeNetworkInsightsPathsCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../handler";
import { describeCollection } from "../ec2/describe/describe-collection";
import { pickByIds } from "../ec2/describe/pick-by-ids";
import { insightsAnalysisCollection, insightsPathCollection } from "./insights-collections";

export const describeNetworkInsightsPaths: Handler<
  DescribeNetworkInsightsPathsCommandInput,
  Answer<DescribeNetworkInsightsPathsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, insightsPathCollection, {
    ...input,
    ids: input.NetworkInsightsPathIds,
  });
  return { NetworkInsightsPaths: items, ...page };
};

/** Analyses, of one path or all, which started within the times that were given. */
export const describeNetworkInsightsAnalyses: Handler<
  DescribeNetworkInsightsAnalysesCommandInput,
  Answer<DescribeNetworkInsightsAnalysesCommandOutput>
> = (context, input) => {
  const { NetworkInsightsPathId: pathId, AnalysisStartTime: from, AnalysisEndTime: until } = input;
  const { insightsPaths, insightsAnalyses } = context.regionWorld.transit;
  if (pathId !== undefined) pickByIds(insightsPaths, [pathId], insightsPathCollection);
  const collection = {
    ...insightsAnalysisCollection,
    list: () =>
      insightsAnalyses.filter(
        ({ NetworkInsightsPathId, StartDate = new Date(0) }) =>
          (pathId === undefined || NetworkInsightsPathId === pathId) &&
          (from === undefined || StartDate >= from) &&
          (until === undefined || StartDate <= until),
      ),
  };
  const { items, ...page } = describeCollection(context, collection, {
    ...input,
    ids: input.NetworkInsightsAnalysisIds,
  });
  return { NetworkInsightsAnalyses: items, ...page };
};
