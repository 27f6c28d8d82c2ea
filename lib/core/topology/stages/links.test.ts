import { describe, expect, it } from "vitest";
import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import { aVpc, named } from "@/lib/testing/builders/vpc-resources";
import type { Resources } from "../../network/resources";
import { edgeOf, factOf, graphOf, nodeOf } from "../graph.test-builder";

describe("links to other networks", () => {
  it("draw a peering connection with the VPC on its other end, whichever end this is", () => {
    const resources: Resources = {
      Vpcs: [aVpc(), aVpc({ VpcId: "vpc-2", Tags: named("shared"), CidrBlock: "10.1.0.0/16" })],
      VpcPeeringConnections: [
        aPeeringConnection({ Tags: named("to shared") }),
        aPeeringConnection({
          VpcPeeringConnectionId: "pcx-2",
          RequesterVpcInfo: { VpcId: "vpc-9", CidrBlock: "10.9.0.0/16", OwnerId: "444455556666" },
          AccepterVpcInfo: { VpcId: "vpc-1" },
          Status: { Code: "pending-acceptance" },
        }),
        aPeeringConnection({ VpcPeeringConnectionId: "pcx-3", Status: { Code: "deleted" } }),
        aPeeringConnection({ VpcPeeringConnectionId: "pcx-4", AccepterVpcInfo: undefined }),
        aPeeringConnection({ VpcPeeringConnectionId: "pcx-5", RequesterVpcInfo: { VpcId: "vpc-7" } }),
        aPeeringConnection({ VpcPeeringConnectionId: "pcx-6", Status: undefined }),
      ],
    };
    const part = graphOf(resources);
    expect(nodeOf(part, "pcx-1")).toMatchObject({ parentId: "vpc-1", label: "to shared" });
    expect(nodeOf(part, "vpc-2")).toMatchObject({
      kind: "peer-vpc",
      label: "shared",
      sublabel: "10.1.0.0/16",
    });
    expect(edgeOf(part, "pcx-1", "vpc-2")).toMatchObject({
      kind: "peering",
      evidence: "pcx-1 peers vpc-1 with vpc-2 (active)",
    });
    expect(factOf(nodeOf(part, "vpc-9"), "Not read")).toBeDefined();
    expect(edgeOf(part, "pcx-2", "vpc-9").isBroken).toBe(true);
    expect(edgeOf(part, "pcx-6", "vpc-2").isBroken).toBeUndefined();
    for (const id of ["pcx-3", "pcx-4", "pcx-5"]) expect(part.nodes.map((node) => node.id)).not.toContain(id);
  });

  const attachment = (
    id: string,
    VpcId: string | undefined,
    State?: "available" | "deleted" | "pending",
  ) => ({
    TransitGatewayAttachmentId: id,
    TransitGatewayId: "tgw-1",
    VpcId,
    State,
  });

  it("draw transit gateways with the other VPCs that are attached", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      TransitGateways: [{ TransitGatewayId: "tgw-1", Tags: named("hub"), State: "available" }],
      TransitGatewayAttachments: [
        {
          TransitGatewayAttachmentId: "a1",
          TransitGatewayId: "tgw-1",
          ResourceType: "vpc",
          ResourceId: "vpc-1",
        },
        {
          TransitGatewayAttachmentId: "a2",
          TransitGatewayId: "tgw-1",
          ResourceType: "vpn",
          ResourceId: "vpn-1",
        },
        {
          TransitGatewayAttachmentId: "a6",
          TransitGatewayId: "tgw-1",
          ResourceType: "vpc",
          ResourceId: "vpc-6",
          State: "available",
        },
      ],
      TransitGatewayVpcAttachments: [
        attachment("a1", "vpc-1", "available"),
        attachment("a3", "vpc-3", "pending"),
        attachment("a4", "vpc-4", "deleted"),
        attachment("a5", undefined),
        attachment("a7", "vpc-7"),
      ],
    });
    expect(nodeOf(part, "tgw-1")).toMatchObject({ label: "hub", parentId: "region:111122223333/eu-west-1" });
    expect(edgeOf(part, "tgw-1", "vpc-3")).toMatchObject({ kind: "membership", isBroken: true });
    expect(edgeOf(part, "tgw-1", "vpc-6").isBroken).toBeUndefined();
    expect(edgeOf(part, "tgw-1", "vpc-7").evidence).toBe("a7 attaches vpc-7 to tgw-1");
    expect(part.nodes.map(({ id }) => id)).not.toContain("vpc-4");
  });

  it("draw a virtual private gateway, and what is behind it as what AWS cannot know", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      VpnGateways: [
        {
          VpnGatewayId: "vgw-1",
          State: "available",
          VpcAttachments: [{ VpcId: "vpc-1", State: "attached" }],
        },
        { VpnGatewayId: "vgw-2", VpcAttachments: [{ VpcId: "vpc-1", State: "detached" }] },
        { VpnGatewayId: "vgw-3" },
      ],
    });
    expect(edgeOf(part, "vgw-1", "on-premises").evidence).toContain("not known");
    expect(part.nodes.map(({ id }) => id)).not.toContain("vgw-2");
  });
});
