import {
  CreateNetworkInsightsPathCommand,
  DeleteNetworkInsightsAnalysisCommand,
  DeleteNetworkInsightsPathCommand,
  DescribeNetworkInsightsAnalysesCommand,
  StartNetworkInsightsAnalysisCommand,
  type CreateNetworkInsightsPathCommandInput,
  type NetworkInsightsAnalysis,
} from "@aws-sdk/client-ec2";
import type { AwsScope } from "./aws-clients";
import { sendOptions } from "./send-options";

const clientOf = ({ aws, region }: AwsScope) => aws.ec2(region);

/** ec2:CreateNetworkInsightsPath, tagged as Mooring's own. Gives its id. */
export async function createInsightsPath(
  scope: AwsScope,
  input: Omit<CreateNetworkInsightsPathCommandInput, "ClientToken">,
): Promise<string> {
  const Tags = [{ Key: "created-by", Value: "mooring-cross-check" }];
  const command = new CreateNetworkInsightsPathCommand({
    ClientToken: undefined, // the SDK makes one
    TagSpecifications: [{ ResourceType: "network-insights-path", Tags }],
    ...input,
  });
  const { NetworkInsightsPath } = await clientOf(scope).send(command, sendOptions(scope));
  return NetworkInsightsPath?.NetworkInsightsPathId ?? "";
}

/** ec2:StartNetworkInsightsAnalysis: from here on it costs. Gives its id. */
export async function startInsightsAnalysis(scope: AwsScope, NetworkInsightsPathId: string): Promise<string> {
  const command = new StartNetworkInsightsAnalysisCommand({ NetworkInsightsPathId, ClientToken: undefined });
  const { NetworkInsightsAnalysis: started } = await clientOf(scope).send(command, sendOptions(scope));
  return started?.NetworkInsightsAnalysisId ?? "";
}

/** ec2:DescribeNetworkInsightsAnalyses of one; undefined where AWS does not show it (yet). */
export async function describeInsightsAnalysis(
  scope: AwsScope,
  analysisId: string,
): Promise<NetworkInsightsAnalysis | undefined> {
  const command = new DescribeNetworkInsightsAnalysesCommand({ NetworkInsightsAnalysisIds: [analysisId] });
  const { NetworkInsightsAnalyses } = await clientOf(scope).send(command, sendOptions(scope));
  return NetworkInsightsAnalyses?.[0];
}

/** ec2:DeleteNetworkInsightsAnalysis */
export async function deleteInsightsAnalysis(
  scope: AwsScope,
  NetworkInsightsAnalysisId: string,
): Promise<void> {
  await clientOf(scope).send(
    new DeleteNetworkInsightsAnalysisCommand({ NetworkInsightsAnalysisId }),
    sendOptions(scope),
  );
}

/** ec2:DeleteNetworkInsightsPath, which must have no analyses. */
export async function deleteInsightsPath(scope: AwsScope, NetworkInsightsPathId: string): Promise<void> {
  await clientOf(scope).send(
    new DeleteNetworkInsightsPathCommand({ NetworkInsightsPathId }),
    sendOptions(scope),
  );
}
