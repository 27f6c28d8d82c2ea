import type {
  NetworkInsightsAnalysis,
  StartNetworkInsightsAnalysisCommandInput,
  StartNetworkInsightsAnalysisCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../handler";
import { pickByIds } from "../ec2/describe/pick-by-ids";
import { oncePerClientToken } from "../ec2/requests/once-per-client-token";
import { specifiedTags } from "../ec2/requests/specified-tags";
import { scheduleTransit } from "../ec2-transit/lookup/schedule-transit";
import { required } from "../ec2-transit/lookup/transit-errors";
import { insightsPathCollection } from "./insights-collections";

/** "Analyses take … about a minute" in most walkthroughs of the Reachability Analyzer. */
const ANALYSIS_SECONDS = 60;

function startAnalysis(
  context: HandlerContext,
  input: StartNetworkInsightsAnalysisCommandInput,
): NetworkInsightsAnalysis {
  const { regionWorld, region, accountId, ids, clock } = context;
  const pathId = required(input.NetworkInsightsPathId, "NetworkInsightsPathId");
  pickByIds(regionWorld.transit.insightsPaths, [pathId], insightsPathCollection);
  const Tags = specifiedTags(input.TagSpecifications, "network-insights-analysis");
  const id = ids.id("nia");
  const analysis: NetworkInsightsAnalysis = {
    NetworkInsightsAnalysisId: id,
    NetworkInsightsAnalysisArn: `arn:aws:ec2:${region}:${accountId}:network-insights-analysis/${id}`,
    NetworkInsightsPathId: pathId,
    ...(input.AdditionalAccounts === undefined ? {} : { AdditionalAccounts: input.AdditionalAccounts }),
    ...(input.FilterInArns === undefined ? {} : { FilterInArns: input.FilterInArns }),
    ...(input.FilterOutArns === undefined ? {} : { FilterOutArns: input.FilterOutArns }),
    StartDate: new Date(clock.now()),
    Status: "running",
    Tags,
  };
  regionWorld.transit.insightsAnalyses.push(analysis);
  scheduleTransit(context, { kind: "insights-analysis-done", subject: id, seconds: ANALYSIS_SECONDS });
  return analysis;
}

/** Starts an analysis of a path: its answer was declared beforehand, or it fails. */
export const startNetworkInsightsAnalysis: Handler<
  StartNetworkInsightsAnalysisCommandInput,
  Answer<StartNetworkInsightsAnalysisCommandOutput>
> = (context, input) => ({
  NetworkInsightsAnalysis: oncePerClientToken(
    context,
    { operation: "StartNetworkInsightsAnalysis", input },
    {
      find: (id) =>
        context.regionWorld.transit.insightsAnalyses.find(
          (analysis) => analysis.NetworkInsightsAnalysisId === id,
        ),
      idOf: (analysis) => analysis.NetworkInsightsAnalysisId,
      create: () => startAnalysis(context, input),
    },
  ),
});
