import type {
  DeleteNetworkInsightsAnalysisCommandInput,
  DeleteNetworkInsightsAnalysisCommandOutput,
  DeleteNetworkInsightsPathCommandInput,
  DeleteNetworkInsightsPathCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { pickByIds } from "../ec2/describe/pick-by-ids";
import { required } from "../ec2-transit/lookup/transit-errors";
import { insightsAnalysisCollection, insightsPathCollection } from "./insights-collections";

/** Deletes a path that has no analyses (the code is in terraform-provider-aws's `errors.go`). */
export const deleteNetworkInsightsPath: Handler<
  DeleteNetworkInsightsPathCommandInput,
  Answer<DeleteNetworkInsightsPathCommandOutput>
> = ({ regionWorld: { transit } }, input) => {
  const id = required(input.NetworkInsightsPathId, "NetworkInsightsPathId");
  const [path] = pickByIds(transit.insightsPaths, [id], insightsPathCollection);
  if (transit.insightsAnalyses.some((analysis) => analysis.NetworkInsightsPathId === id)) {
    throw new AwsError(
      "AnalysisExistsForNetworkInsightsPath",
      `The networkInsightsPath ID '${id}' has analyses and cannot be deleted.`,
    );
  }
  transit.insightsPaths = transit.insightsPaths.filter((other) => other !== path);
  return { NetworkInsightsPathId: id };
};

export const deleteNetworkInsightsAnalysis: Handler<
  DeleteNetworkInsightsAnalysisCommandInput,
  Answer<DeleteNetworkInsightsAnalysisCommandOutput>
> = ({ regionWorld: { transit } }, input) => {
  const id = required(input.NetworkInsightsAnalysisId, "NetworkInsightsAnalysisId");
  const [analysis] = pickByIds(transit.insightsAnalyses, [id], insightsAnalysisCollection);
  transit.insightsAnalyses = transit.insightsAnalyses.filter((other) => other !== analysis);
  return { NetworkInsightsAnalysisId: id };
};
