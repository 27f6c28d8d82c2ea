import { describe, expect, it } from "vitest";
import { anEgressOnlyInternetGateway, aNatGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { aRoute, aRouteTable, aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../../network/build-network";
import { buildGraph } from "../build-graph";
import { classic, edgeOf, graphOf, nodeOf, table, toInternet } from "../graph.test-builder";

describe("gateways and endpoints", () => {
  it("draw an egress-only gateway, and a regional NAT gateway on the VPC's edge", () => {
    const part = graphOf({
      ...classic,
      EgressOnlyInternetGateways: [anEgressOnlyInternetGateway({ Attachments: [{ VpcId: "vpc-1" }] })],
      NatGateways: [aNatGateway({ SubnetId: undefined, NatGatewayAddresses: undefined, State: "pending" })],
    });
    expect(edgeOf(part, "eigw-1", "internet").isBroken).toBeUndefined();
    expect(nodeOf(part, "nat-1").parentId).toBe("vpc-1");
    expect(edgeOf(part, "nat-1", "igw-1")).toMatchObject({
      isBroken: true,
      evidence: "nat-1 is a regional NAT gateway",
    });
  });

  it("do not guess where a NAT gateway leads when its subnet's routes were not read, or lead nowhere", () => {
    const unread = buildNetwork({
      captures: [aCapture({ Vpcs: [aVpc()], Subnets: [aSubnet()], NatGateways: [aNatGateway()] })],
    });
    expect(buildGraph(unread, "vpc-1").edges).toEqual([]);
    const bare = graphOf({
      ...classic,
      RouteTables: [aRouteTable({ Routes: undefined })],
      InternetGateways: [],
    });
    expect(bare.edges).toEqual([]);
    const blackhole = graphOf({
      ...classic,
      RouteTables: [table([{ ...toInternet, State: "blackhole" }], "public")],
    });
    expect(edgeOf(blackhole, "nat-1", "igw-1").isBroken).toBe(true);
  });

  it("draw an interface endpoint in each of its subnets and a gateway endpoint on the VPC's edge", () => {
    const part = graphOf({
      ...classic,
      VpcEndpoints: [
        aVpcEndpoint({ SubnetIds: ["private", "isolated", "not-read"], PrivateDnsEnabled: false }),
        aVpcEndpoint({
          VpcEndpointId: "vpce-s3",
          VpcEndpointType: "Gateway",
          ServiceName: "com.amazonaws.eu-west-1.s3",
          SubnetIds: undefined,
          PrivateDnsEnabled: undefined,
        }),
        aVpcEndpoint({ VpcEndpointId: "vpce-gone", State: "Deleted" }),
        { VpcEndpointId: "vpce-odd", VpcId: "vpc-1" },
      ],
      PrefixLists: [{ PrefixListId: "pl-s3", PrefixListName: "com.amazonaws.eu-west-1.s3" }],
      RouteTables: [
        table(
          [
            aRoute({
              DestinationCidrBlock: undefined,
              DestinationPrefixListId: "pl-s3",
              GatewayId: "vpce-s3",
            }),
          ],
          "private",
        ),
      ],
    });
    expect(nodeOf(part, "vpce-1@private")).toMatchObject({
      parentId: "private",
      resourceId: "vpce-1",
      label: "secretsmanager",
    });
    expect(nodeOf(part, "vpce-1@isolated").parentId).toBe("isolated");
    expect(edgeOf(part, "vpce-1@private", "service:com.amazonaws.eu-west-1.secretsmanager").kind).toBe(
      "endpoint",
    );
    expect(nodeOf(part, "vpce-s3")).toMatchObject({ parentId: "vpc-1", sublabel: "gateway endpoint" });
    expect(edgeOf(part, "private", "vpce-s3").label).toBe("com.amazonaws.eu-west-1.s3");
    expect(nodeOf(part, "vpce-odd").label).toBe("vpce-odd");
    expect(part.nodes.map(({ id }) => id)).not.toContain("vpce-gone");
  });

  it("draw an endpoint that is not available as broken, and one for somebody's own service by its name", () => {
    const part = graphOf({
      ...classic,
      VpcEndpoints: [
        aVpcEndpoint({
          SubnetIds: [],
          State: "PendingAcceptance",
          ServiceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
        }),
        aVpcEndpoint({
          VpcEndpointId: "vpce-lb",
          VpcEndpointType: "GatewayLoadBalancer",
          SubnetIds: ["isolated"],
          State: undefined,
        }),
      ],
      RouteTables: [
        table([{ ...toInternet, GatewayId: "vpce-lb" }], "private"),
        table([{ ...toInternet, GatewayId: "vpce-unread" }], "public"),
      ],
    });
    const broken = edgeOf(part, "vpce-1", "service:com.amazonaws.vpce.eu-west-1.vpce-svc-1");
    expect(broken).toMatchObject({
      isBroken: true,
      evidence: expect.stringContaining("PendingAcceptance") as string,
    });
    expect(edgeOf(part, "private", "vpce-lb@isolated").kind).toBe("route");
    expect(edgeOf(part, "public", "vpce-unread").kind).toBe("route");
  });
});
