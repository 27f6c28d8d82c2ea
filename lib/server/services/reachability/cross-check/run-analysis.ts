import { setTimeout } from "node:timers/promises";
import type { NetworkInsightsAnalysis } from "@aws-sdk/client-ec2";
import type { AwsScope } from "../../../aws/aws-clients";
import {
  createInsightsPath,
  deleteInsightsAnalysis,
  deleteInsightsPath,
  describeInsightsAnalysis,
  startInsightsAnalysis,
} from "../../../aws/network-insights";

export interface AnalysisRequest {
  path: Parameters<typeof createInsightsPath>[1];
  /** Called once AWS has begun, from when on it costs. */
  onStarted: (ids: { pathId: string; analysisId: string }) => Promise<void>;
  onLeftover: (id: string, error: unknown) => void;
}

export interface AnalysisResult {
  /** Still `running` where it took longer than we wait. */
  analysis: NetworkInsightsAnalysis | undefined;
  leftover: string[];
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5000;
/** AWS takes about a minute. */
const PATIENCE_MS = 240_000;

/**
 * Has AWS analyze a path, and deletes what was made for it, also where something fails on the way. The deletions do not
 * stop when the caller goes away.
 */
export async function runAnalysis(scope: AwsScope, request: AnalysisRequest): Promise<AnalysisResult> {
  const pathId = await createInsightsPath(scope, request.path);
  const leftover: string[] = [];
  const remove = async (id: string, how: typeof deleteInsightsPath) => {
    try {
      await how({ ...scope, signal: undefined }, id);
    } catch (error) {
      leftover.push(id);
      request.onLeftover(id, error);
    }
  };
  try {
    const analysisId = await startInsightsAnalysis(scope, pathId);
    try {
      await request.onStarted({ pathId, analysisId });
      return { analysis: await awaitAnalysis(scope, analysisId), leftover };
    } finally {
      await remove(analysisId, deleteInsightsAnalysis);
    }
  } finally {
    await remove(pathId, deleteInsightsPath);
  }
}

async function awaitAnalysis(
  scope: AwsScope,
  analysisId: string,
): Promise<NetworkInsightsAnalysis | undefined> {
  let waited = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 1.5, LONGEST_WAIT_MS)) {
    await setTimeout(wait, undefined, scope.signal === undefined ? {} : { signal: scope.signal });
    waited += wait;
    const analysis = await describeInsightsAnalysis(scope, analysisId);
    if (analysis !== undefined && analysis.Status !== "running") return analysis;
    if (waited > PATIENCE_MS) return analysis;
  }
}
