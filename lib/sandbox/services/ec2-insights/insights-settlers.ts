import type { NetworkInsightsPath } from "@aws-sdk/client-ec2";
import type { Settlers } from "../../world/settle-world";
import type { DeclaredInsightsResult } from "../../world/transit-world";

/** Whether a result was declared for this path. A path without a port asks about any. */
function isAbout(path: NetworkInsightsPath, result: DeclaredInsightsResult): boolean {
  const destinations = [path.Destination, path.DestinationIp, path.FilterAtSource?.DestinationAddress];
  const port = path.DestinationPort ?? path.FilterAtSource?.DestinationPortRange?.FromPort;
  return (
    path.Source === result.source &&
    destinations.includes(result.destination) &&
    path.Protocol === result.protocol &&
    (result.destinationPort === undefined || result.destinationPort === port)
  );
}

/** The end of an analysis: what was declared for its path. The sandbox never finds out by itself. */
export const insightsSettlers: Settlers = {
  "insights-analysis-done": ({ regionWorld: { transit } }, event) => {
    const analysis = transit.insightsAnalyses.find(
      (candidate) => candidate.NetworkInsightsAnalysisId === event.subject,
    );
    if (analysis?.Status !== "running") return;
    const path = transit.insightsPaths.find(
      (candidate) => candidate.NetworkInsightsPathId === analysis.NetworkInsightsPathId,
    );
    const result = path && transit.insightsResults.find((candidate) => isAbout(path, candidate));
    if (result === undefined) {
      analysis.Status = "failed";
      analysis.StatusMessage =
        "No result was declared for this path: the sandbox does not compute reachability.";
      return;
    }
    Object.assign(analysis, structuredClone(result.answer), { Status: "succeeded" });
  },
};
