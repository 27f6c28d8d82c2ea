import {
  CreateNetworkInsightsPathCommand,
  type CreateNetworkInsightsPathCommandInput,
  DeleteNetworkInsightsAnalysisCommand,
  DeleteNetworkInsightsPathCommand,
  DescribeNetworkInsightsAnalysesCommand,
  DescribeNetworkInsightsPathsCommand,
  EC2Client,
  type NetworkInsightsAnalysis,
  StartNetworkInsightsAnalysisCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const SOURCE = "eni-0123456789abcdef0";
const DATABASE = "eni-0fedcba9876543210";

let sandbox: TestSandbox;
let ec2: EC2Client;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty", speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
  await sandbox.control("POST", "insights-result", {
    source: SOURCE,
    destination: DATABASE,
    protocol: "tcp",
    destinationPort: 5432,
    answer: {
      NetworkPathFound: false,
      Explanations: [{ ExplanationCode: "ENI_SG_RULES_MISMATCH", Direction: "ingress" }],
    },
  });
});
afterAll(() => sandbox.close());

async function addPath(input: Partial<CreateNetworkInsightsPathCommandInput> = {}): Promise<string> {
  const { NetworkInsightsPath: path } = await ec2.send(
    new CreateNetworkInsightsPathCommand({
      Source: SOURCE,
      Destination: DATABASE,
      Protocol: "tcp",
      DestinationPort: 5432,
      ...input,
    }),
  );
  return path?.NetworkInsightsPathId ?? "";
}

async function analyze(NetworkInsightsPathId: string): Promise<NetworkInsightsAnalysis | undefined> {
  const { NetworkInsightsAnalysis: started } = await ec2.send(
    new StartNetworkInsightsAnalysisCommand({ NetworkInsightsPathId }),
  );
  expect(started?.Status).toBe("running");
  await sandbox.control("POST", "advance", { seconds: 120 });
  const { NetworkInsightsAnalyses } = await ec2.send(
    new DescribeNetworkInsightsAnalysesCommand({
      NetworkInsightsAnalysisIds: [started?.NetworkInsightsAnalysisId ?? ""],
    }),
  );
  return NetworkInsightsAnalyses?.[0];
}

describe("network insights", () => {
  it("answer an analysis with what was declared for its path", async () => {
    const path = await addPath();
    expect(await analyze(path)).toMatchObject({
      Status: "succeeded",
      NetworkPathFound: false,
      Explanations: [{ ExplanationCode: "ENI_SG_RULES_MISMATCH", Direction: "ingress" }],
    });
    const found = await ec2.send(
      new DescribeNetworkInsightsAnalysesCommand({
        NetworkInsightsPathId: path,
        Filters: [{ Name: "path-found", Values: ["false"] }],
        AnalysisStartTime: new Date(0),
      }),
    );
    expect(found.NetworkInsightsAnalyses).toHaveLength(1);
    const before = await ec2.send(
      new DescribeNetworkInsightsAnalysesCommand({
        NetworkInsightsPathId: path,
        AnalysisEndTime: new Date(0),
      }),
    );
    expect(before.NetworkInsightsAnalyses).toEqual([]);
  });

  it("fail an analysis of which nothing was declared, and say so", async () => {
    const analysis = await analyze(await addPath({ DestinationPort: 443 }));
    expect(analysis).toMatchObject({
      Status: "failed",
      StatusMessage: "No result was declared for this path: the sandbox does not compute reachability.",
    });
    expect(analysis).not.toHaveProperty("NetworkPathFound");
  });

  it("make a path once for a client token, and list paths by their ends", async () => {
    const first = await addPath({ ClientToken: "one", DestinationPort: 80 });
    expect(await addPath({ ClientToken: "one", DestinationPort: 80 })).toBe(first);
    await expect(addPath({ ClientToken: "one", DestinationPort: 81 })).rejects.toMatchObject({
      name: "IdempotentParameterMismatch",
    });
    const { NetworkInsightsPaths } = await ec2.send(
      new DescribeNetworkInsightsPathsCommand({
        Filters: [
          { Name: "source", Values: [SOURCE] },
          { Name: "protocol", Values: ["tcp"] },
        ],
        MaxResults: 1,
      }),
    );
    expect(NetworkInsightsPaths).toMatchObject([{ Source: SOURCE, Destination: DATABASE }]);
  });

  it("refuse what is no end, no port and no path", async () => {
    await expect(addPath({ Source: "subnet-0123" })).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(addPath({ DestinationPort: 70_000 })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(
      ec2.send(new CreateNetworkInsightsPathCommand({ Source: SOURCE, Protocol: "tcp" })),
    ).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(
      ec2.send(new StartNetworkInsightsAnalysisCommand({ NetworkInsightsPathId: "nip-0123" })),
    ).rejects.toMatchObject({ name: "InvalidNetworkInsightsPathId.NotFound" });
    await expect(
      ec2.send(new DescribeNetworkInsightsAnalysesCommand({ NetworkInsightsAnalysisIds: ["nia-0123"] })),
    ).rejects.toMatchObject({ name: "InvalidNetworkInsightsAnalysisId.NotFound" });
  });

  it("keep a path until its analyses are deleted", async () => {
    const NetworkInsightsPathId = await addPath({ ClientToken: "to-delete" });
    const analysis = await analyze(NetworkInsightsPathId);
    const remove = new DeleteNetworkInsightsPathCommand({ NetworkInsightsPathId });
    await expect(ec2.send(remove)).rejects.toMatchObject({ name: "AnalysisExistsForNetworkInsightsPath" });
    await ec2.send(
      new DeleteNetworkInsightsAnalysisCommand({
        NetworkInsightsAnalysisId: analysis?.NetworkInsightsAnalysisId,
      }),
    );
    await ec2.send(remove);
    await expect(ec2.send(remove)).rejects.toMatchObject({ name: "InvalidNetworkInsightsPathId.NotFound" });
  });
});
