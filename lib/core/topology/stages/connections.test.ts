import { describe, expect, it } from "vitest";
import { aFunction, aFunctionState } from "@/lib/testing/builders/functions";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { aLambdaInterface, aSecurityGroup, aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../../network/build-network";
import type { Resources } from "../../network/resources";
import { buildGraph } from "../build-graph";
import type { GraphPart } from "../graph";
import { edgeOf, factOf, graphOf } from "../graph.test-builder";

describe("connections", () => {
  const resources: Resources = {
    Vpcs: [aVpc()],
    Subnets: [aSubnet()],
    SecurityGroups: [aSecurityGroup()],
    Functions: [
      aFunction(),
      aFunction({ FunctionName: "billing" }),
      aFunction({ FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:orders:1", Version: "1" }),
    ],
    FunctionStates: [aFunctionState(), aFunctionState({ FunctionName: "billing", State: "Inactive" })],
    NetworkInterfaces: [aLambdaInterface()],
  };

  it("hold their functions and the worst state among them, and are placed by their interfaces", () => {
    const part = graphOf(resources);
    const [connection] = part.nodes.filter(({ kind }) => kind === "connection");
    expect(connection).toMatchObject({ label: "app", sublabel: "2 functions, 1 version", state: "Inactive" });
    expect(connection?.parentId).toBeUndefined();
    expect(connection?.functions?.map(({ functionName, state }) => [functionName, state])).toEqual([
      ["billing", "Inactive"],
      ["orders", "Active"],
    ]);
    expect(edgeOf(part, connection?.id ?? "", "subnet-1")).toMatchObject({
      kind: "placement",
      evidence: "VpcConfig names subnet-1: eni-1",
    });
  });

  it("claim no interface where none is there, and none where interfaces were not read", () => {
    const evidence = (part: GraphPart) => part.edges.find(({ kind }) => kind === "placement")?.evidence;
    expect(evidence(graphOf({ ...resources, NetworkInterfaces: [] }))).toBe(
      "VpcConfig names subnet-1: no interface there now",
    );
    const { Vpcs, Subnets, Functions } = resources;
    const partial = aCapture({
      ...(Vpcs && { Vpcs }),
      ...(Subnets && { Subnets }),
      ...(Functions && { Functions }),
    });
    const unread = buildGraph(buildNetwork({ captures: [partial] }), "vpc-1");
    expect(evidence(unread)).toBe("VpcConfig names subnet-1: its interfaces were not read");
    const connection = unread.nodes.find(({ kind }) => kind === "connection");
    expect(connection?.state).toBeUndefined();
    expect(connection?.label).toBe("sg-1");
  });

  it("say that they have no security group, and whether IPv6 is allowed", () => {
    const VpcConfig = { SubnetIds: ["subnet-1"], SecurityGroupIds: [], Ipv6AllowedForDualStack: true };
    const part = graphOf({ ...resources, Functions: [aFunction({ VpcConfig })] });
    const connection = part.nodes.find(({ kind }) => kind === "connection");
    expect(connection).toMatchObject({ label: "No security group", sublabel: "1 function" });
    expect(connection && factOf(connection, "IPv6")).toBe("allowed");
  });

  it("list no more functions than a person reads", () => {
    const Functions = Array.from({ length: 203 }, (_, index) => aFunction({ FunctionName: `f-${index}` }));
    const part = graphOf({ ...resources, Functions });
    expect(part.nodes.find(({ kind }) => kind === "connection")?.functions).toHaveLength(200);
    expect(part.omitted).toContainEqual({
      kind: "function",
      count: 3,
      reason: "only the first 200 of a connection are listed",
    });
  });
});
