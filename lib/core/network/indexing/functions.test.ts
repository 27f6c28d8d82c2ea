import { describe, expect, it } from "vitest";
import { aFunction, aFunctionState, functionArn } from "@/lib/testing/builders/functions";
import { aCapture, CAPTURED_AT } from "@/lib/testing/builders/snapshot";
import { aSubnet } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";

describe("functions in a network", () => {
  it("are the $LATEST ones, whichever way ListFunctions names them; versions stand apart", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction(),
            aFunction({ FunctionArn: `${functionArn("billing")}:$LATEST`, FunctionName: "billing" }),
            aFunction({ FunctionArn: `${functionArn("orders")}:3`, Version: "3" }),
            aFunction({ FunctionArn: functionArn("orders"), Version: "4" }),
            { FunctionArn: functionArn("old") },
            { FunctionName: "without-arn" },
          ],
        }),
      ],
    });
    expect([...network.functions.keys()]).toEqual(
      ["orders", "billing", "old"].map((name) => functionArn(name)),
    );
    expect(network.functions.get(functionArn("old"))?.functionName).toBe("old");
    expect([...network.functionVersions.keys()]).toEqual([
      `${functionArn("orders")}:3`,
      `${functionArn("orders")}:4`,
    ]);
    expect(network.lookups.versionArnsByFunction.get(functionArn("orders"))).toHaveLength(2);
  });

  it("share a connection where subnets, groups and IPv6 are the same sets", () => {
    const swapped = { SubnetIds: ["subnet-2", "subnet-1"], SecurityGroupIds: ["sg-1"] };
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction({
              FunctionName: "b",
              VpcConfig: { SubnetIds: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"] },
            }),
            aFunction({ FunctionName: "a", VpcConfig: swapped }),
            aFunction({ FunctionName: "dual", VpcConfig: { ...swapped, Ipv6AllowedForDualStack: true } }),
            aFunction({ FunctionArn: `${functionArn("a")}:1`, Version: "1", VpcConfig: swapped }),
            aFunction({
              FunctionName: "outside",
              VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: "" },
            }),
          ],
        }),
      ],
    });
    const connections = [...network.connections.values()];
    expect(connections.map(({ functionArns }) => functionArns)).toEqual([
      [functionArn("a"), functionArn("b")],
      [functionArn("dual")],
    ]);
    expect(connections[0]).toMatchObject({
      subnetIds: ["subnet-1", "subnet-2"],
      versionArns: [`${functionArn("a")}:1`],
    });
    expect(connections[0]?.id).toMatch(/^conn-[0-9a-f]{16}$/);
    expect(network.functions.get(functionArn("outside"))).toMatchObject({
      attachment: null,
      connectionId: null,
    });
  });

  it("are in the VPC of their subnets, whatever VpcConfig says", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Subnets: [aSubnet({ VpcId: "vpc-real" })],
          Functions: [
            aFunction({
              VpcConfig: {
                VpcId: "vpc-123abc",
                SubnetIds: ["subnet-0", "subnet-1"],
                SecurityGroupIds: ["sg-1"],
              },
            }),
          ],
        }),
      ],
    });
    expect([...network.connections.values()][0]?.vpcId).toBe("vpc-real");
    expect(network.functions.get(functionArn("orders"))?.attachment?.vpcId).toBe("vpc-real");
    expect(network.lookups.connectionIdsByVpc.get("vpc-real")).toHaveLength(1);
  });

  it("are in the VPC that VpcConfig names where no subnet was read, and in none where it names none", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction(),
            aFunction({ FunctionName: "b", VpcConfig: { SubnetIds: ["subnet-9"], SecurityGroupIds: [] } }),
          ],
        }),
      ],
    });
    expect([...network.connections.values()].map(({ vpcId }) => vpcId)).toEqual(["vpc-1", null]);
  });
});

describe("the state of a function", () => {
  it("is not known where nobody read it", () => {
    const network = buildNetwork({ captures: [aCapture({ Functions: [aFunction()] })] });
    expect(network.functionStates.size).toBe(0);
  });

  it("is what GetFunction gave, and the newest of several readings", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [aFunction()],
          FunctionStates: [
            aFunctionState({ State: "Pending", ReadAt: "2026-01-02T00:00:00.000Z" }),
            aFunctionState({ State: "Active", ReadAt: "2026-01-03T00:00:00.000Z" }),
            aFunctionState({ State: "Failed", ReadAt: "2026-01-01T00:00:00.000Z" }),
            { ReadAt: CAPTURED_AT, State: "Active" },
          ],
        }),
      ],
    });
    expect(network.functionStates.get(functionArn("orders"))?.resource.State).toBe("Active");
    expect(network.functionStates.size).toBe(1);
  });

  it("counts as read when captured where an import holds it inline", () => {
    const network = buildNetwork({
      captures: [
        aCapture({
          Functions: [
            aFunction({ State: "Inactive", StateReasonCode: "Idle" }),
            aFunction({ FunctionName: "b", LastUpdateStatus: "Failed" }),
          ],
        }),
      ],
    });
    expect(network.functionStates.get(functionArn("orders"))?.resource).toMatchObject({
      State: "Inactive",
      StateReasonCode: "Idle",
      ReadAt: CAPTURED_AT,
    });
    expect(network.functionStates.get(functionArn("b"))?.resource.LastUpdateStatus).toBe("Failed");
  });
});
