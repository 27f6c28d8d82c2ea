import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowSource } from "../flow";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";

const network = networkWithout(
  together(openVpc(1), { Functions: [aFunction({ FunctionName: "idle", VpcConfig: undefined })] }),
  [],
);
const sources: [who: string, source: FlowSource][] = [
  ["an interface", { networkInterfaceId: "eni-1a" }],
  ["a function in no VPC", { functionName: "idle" }],
  ["a connection in an unread subnet", { connection: { subnetIds: ["subnet-x"], securityGroupIds: [] } }],
];

describe.each(sources)("%s asks for what was not read", (_, source) => {
  it.each([
    ["networkInterfaceId", { networkInterfaceId: "eni-x" }],
    ["instanceId", { instanceId: "i-x" }],
    ["dbInstanceIdentifier", { dbInstanceIdentifier: "x" }],
    ["cacheClusterId", { cacheClusterId: "x" }],
    ["loadBalancerArn", { loadBalancerArn: "x" }],
    ["functionName", { functionName: "x" }],
  ])("and is told so, with the field: %s", (member, destination) => {
    const target = { destination, protocol: "tcp", port: 443 } as const;
    const refusal: unknown = expect.objectContaining({ code: "not-found", field: `destination.${member}` });
    expect(() => evaluateFlow(network, { source, ...target })).toThrow(refusal);
    expect(() => evaluateMatrix(network, [source], [target])).toThrow(refusal);
  });
});
