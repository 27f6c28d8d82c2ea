import type { NetworkInsightsAnalysis, NetworkInsightsPath, PathFilter } from "@aws-sdk/client-ec2";
import type { Collection } from "../ec2/describe/describe-collection";
import type { FilterTable } from "../ec2/describe/match-filters";

type PathPart = "FilterAtSource" | "FilterAtDestination";

function rangeText(range: PathFilter["SourcePortRange"]): string | undefined {
  return range === undefined ? undefined : `${String(range.FromPort)}-${String(range.ToPort)}`;
}

function partFilters(prefix: string, part: PathPart): FilterTable<NetworkInsightsPath> {
  return {
    [`${prefix}.source-address`]: (path) => path[part]?.SourceAddress,
    [`${prefix}.source-port-range`]: (path) => rangeText(path[part]?.SourcePortRange),
    [`${prefix}.destination-address`]: (path) => path[part]?.DestinationAddress,
    [`${prefix}.destination-port-range`]: (path) => rangeText(path[part]?.DestinationPortRange),
  };
}

export const insightsPathCollection: Collection<NetworkInsightsPath> = {
  prefix: "nip",
  notFoundCode: "InvalidNetworkInsightsPathId.NotFound",
  notFoundMessage: "The networkInsightsPath ID '{id}' does not exist",
  malformedCode: "InvalidNetworkInsightsPathId.Malformed",
  list: ({ regionWorld }) => regionWorld.transit.insightsPaths,
  idOf: (path) => path.NetworkInsightsPathId,
  tagsOf: (path) => path.Tags,
  filters: {
    destination: (path) => path.Destination,
    protocol: (path) => path.Protocol,
    source: (path) => path.Source,
    ...partFilters("filter-at-source", "FilterAtSource"),
    ...partFilters("filter-at-destination", "FilterAtDestination"),
  },
};

export const insightsAnalysisCollection: Collection<NetworkInsightsAnalysis> = {
  prefix: "nia",
  notFoundCode: "InvalidNetworkInsightsAnalysisId.NotFound",
  notFoundMessage: "The networkInsightsAnalysis ID '{id}' does not exist",
  malformedCode: "InvalidNetworkInsightsAnalysisId.Malformed",
  list: ({ regionWorld }) => regionWorld.transit.insightsAnalyses,
  idOf: (analysis) => analysis.NetworkInsightsAnalysisId,
  tagsOf: (analysis) => analysis.Tags,
  filters: {
    "path-found": (analysis) => analysis.NetworkPathFound,
    status: (analysis) => analysis.Status,
  },
};
