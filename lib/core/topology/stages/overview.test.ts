import { describe, expect, it } from "vitest";
import { aFunction, aFunctionState } from "@/lib/testing/builders/functions";
import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import { aSubnet, aVpc, named } from "@/lib/testing/builders/vpc-resources";
import { edgeOf, factOf, graphOf, nodeOf } from "../graph.test-builder";

describe("the overview", () => {
  it("shows every VPC with numbers, its links, and the functions that are in none", () => {
    const part = graphOf(
      {
        Vpcs: [aVpc(), aVpc({ VpcId: "vpc-2" })],
        Subnets: [aSubnet()],
        Functions: [
          aFunction(),
          aFunction({ FunctionName: "free", VpcConfig: undefined }),
          aFunction({
            FunctionName: "far",
            VpcConfig: { VpcId: "vpc-9", SubnetIds: ["s-9"], SecurityGroupIds: [] },
          }),
          aFunction({ FunctionName: "lost", VpcConfig: { SubnetIds: ["s-9"], SecurityGroupIds: ["sg"] } }),
        ],
        FunctionStates: [aFunctionState(), aFunctionState({ FunctionName: "free", State: "Failed" })],
        VpcPeeringConnections: [
          aPeeringConnection({ Tags: named("link") }),
          aPeeringConnection({
            VpcPeeringConnectionId: "pcx-2",
            AccepterVpcInfo: { VpcId: "vpc-8" },
            Status: { Code: "failed" },
          }),
          aPeeringConnection({
            VpcPeeringConnectionId: "pcx-3",
            AccepterVpcInfo: { VpcId: "vpc-7" },
            Status: undefined,
          }),
          aPeeringConnection({ VpcPeeringConnectionId: "pcx-4", AccepterVpcInfo: {} }),
        ],
        TransitGatewayVpcAttachments: [
          { TransitGatewayAttachmentId: "a", TransitGatewayId: "tgw-1", VpcId: "vpc-1", State: "available" },
          { TransitGatewayAttachmentId: "b", TransitGatewayId: "tgw-1", VpcId: "vpc-2", State: "failed" },
          { TransitGatewayAttachmentId: "c", TransitGatewayId: "tgw-1", VpcId: "vpc-unread" },
          { TransitGatewayAttachmentId: "d", TransitGatewayId: "tgw-2", VpcId: "vpc-2" },
        ],
      },
      null,
    );
    expect(factOf(nodeOf(part, "vpc-1"), "Functions")).toBe("1 function");
    expect(nodeOf(part, "vpc-1").counts).toEqual({ functions: 1, connections: 1, subnets: 1 });
    expect(nodeOf(part, "vpc-1").state).toBe("Active");
    expect(factOf(nodeOf(part, "vpc-2"), "Subnets")).toBe("0 subnets");
    expect(edgeOf(part, "vpc-1", "vpc-2")).toMatchObject({ kind: "peering", label: "link" });
    expect(edgeOf(part, "vpc-1", "vpc-8")).toMatchObject({ isBroken: true, label: "pcx-2" });
    expect(edgeOf(part, "vpc-2", "tgw-1").isBroken).toBe(true);
    expect(edgeOf(part, "vpc-2", "tgw-2").isBroken).toBeUndefined();
    const groups = part.nodes.filter(({ kind }) => kind === "connection");
    expect(groups.map(({ label, state }) => [label, state])).toEqual([
      ["Not in a VPC", "Failed"],
      ["In a VPC not read", undefined],
      ["In vpc-9, not read", undefined],
    ]);
    expect(part.nodes.map(({ kind }) => kind)).not.toContain("subnet");
  });

  it("lists no more functions of a group than a person reads", () => {
    const Functions = Array.from({ length: 201 }, (_, index) =>
      aFunction({ FunctionName: `f-${index}`, VpcConfig: undefined }),
    );
    expect(graphOf({ Functions }, null).omitted).toEqual([
      { kind: "function", count: 1, reason: "only the first 200 of a group are listed" },
    ]);
  });
});
