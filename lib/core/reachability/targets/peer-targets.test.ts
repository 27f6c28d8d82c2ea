import { describe, expect, it } from "vitest";
import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aVpc, named } from "@/lib/testing/builders/vpc-resources";
import type { Resources } from "../../network/resources";
import { attachment, networkOf, route, shownPeers } from "./peer-routes.test-builder";
import { allPeerTargets } from "./peer-targets";

describe("peers as targets", () => {
  const VpcPeeringConnections = [aPeeringConnection()];

  it("are left out where what they hold is asked about by name", () => {
    const DBInstances = [
      { DBInstanceIdentifier: "orders", DBInstanceArn: "arn:orders", DBSubnetGroup: { VpcId: "vpc-2" } },
    ];
    expect(shownPeers({ VpcPeeringConnections, DBInstances })).toEqual([]);
    const LoadBalancers = [{ LoadBalancerArn: "arn:lb", LoadBalancerName: "shop", VpcId: "vpc-2" }];
    expect(shownPeers({ VpcPeeringConnections, LoadBalancers })).toEqual([]);
  });

  it("are left out by a range behind a gateway that holds a VPC which is known", () => {
    const resources = (onPremises: string): Resources => ({
      TransitGatewayVpcAttachments: [attachment("a", "vpc-1"), attachment("b", "vpc-2")],
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: "rtb-1", TransitGatewayId: "tgw-1" }],
      TransitGatewayRoutes: [
        {
          TransitGatewayRouteTableId: "rtb-1",
          Routes: [route("172.31.0.0/16", "vpc-2"), route(onPremises, "vpn-1")],
        },
      ],
    });
    const keys = (onPremises: string) => shownPeers(resources(onPremises)).map(([key]) => key);
    expect(keys("172.16.0.0/12")).toEqual(["peer:vpc-2:172.31.0.0/16"]);
    expect(keys("192.168.0.0/16")).toEqual(["peer:vpc-2:172.31.0.0/16", "peer:vpn-1:192.168.0.0/16"]);
  });

  it("are told apart where two VPCs have one name", () => {
    const Vpcs = ["vpc-2", "vpc-3"].map((VpcId) =>
      aVpc({
        VpcId,
        CidrBlock: `10.${VpcId.slice(-1)}.0.0/16`,
        CidrBlockAssociationSet: [],
        Tags: named("shared"),
      }),
    );
    const TransitGatewayVpcAttachments = ["vpc-1", "vpc-2", "vpc-3"].map((id) => attachment(id, id));
    const keys = shownPeers({ Vpcs, TransitGatewayVpcAttachments }, "DescribeNetworkInterfaces").map(
      ([key]) => key,
    );
    expect(keys).toEqual(["peer:vpc-2:10.2.0.0/16", "peer:vpc-3:10.3.0.0/16"]);
  });

  it("are each listed once for all VPCs that functions are in", () => {
    const inVpc = (VpcId: string) => ({ VpcId, SubnetIds: [`subnet-${VpcId}`], SecurityGroupIds: ["sg-1"] });
    const Functions = ["vpc-1", "vpc-3"].map((vpcId) =>
      aFunction({ FunctionName: vpcId, FunctionArn: functionArn(vpcId), VpcConfig: inVpc(vpcId) }),
    );
    const network = networkOf({
      Functions,
      VpcPeeringConnections: [
        aPeeringConnection(),
        aPeeringConnection({ VpcPeeringConnectionId: "pcx-2", RequesterVpcInfo: { VpcId: "vpc-3" } }),
      ],
    });
    expect(allPeerTargets(network).map(({ key }) => key)).toEqual(["peer:vpc-2:10.1.0.0/16"]);
  });

  it("are left out by a range that cannot be asked about over IPv4", () => {
    const cidrs = ["2001:db8::/56", "10.1.0.1/16", "nonsense", "10.1.0.0/16"];
    const AccepterVpcInfo = { VpcId: "vpc-2", CidrBlockSet: cidrs.map((CidrBlock) => ({ CidrBlock })) };
    expect(shownPeers({ VpcPeeringConnections: [aPeeringConnection({ AccepterVpcInfo })] })).toEqual([
      ["peer:vpc-2:10.1.0.0/16", "10.1.0.0/16 (vpc-2)", { cidr: "10.1.0.0/16" }],
    ]);
  });
});
