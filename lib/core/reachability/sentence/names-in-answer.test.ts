import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../network/build-network";
import { aCacheCluster, aDbInstance, aReservation } from "@/lib/testing/builders/destinations";
import { aFunction } from "@/lib/testing/builders/functions";
import {
  anEgressOnlyInternetGateway,
  anInternetGateway,
  aNatGateway,
  aPeeringConnection,
  aVpcEndpoint,
} from "@/lib/testing/builders/gateways";
import { aFullCapture, aSnapshot } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aNetworkInterface,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
  named,
} from "@/lib/testing/builders/vpc-resources";
import { namesInAnswer } from "./names-in-answer";
import type { ToldTrace } from "./told-answer";

const id = (kind: string, digit = "1") => `${kind}-0000000${digit}`;
const fn = aFunction({ FunctionName: "orders-api" });
const db = aDbInstance({
  DBInstanceIdentifier: "orders-db",
  DBInstanceArn: "arn:aws:rds:eu-west-1:1:db:orders-db",
});
const cache = aCacheCluster({
  CacheClusterId: "sessions",
  ARN: "arn:aws:elasticache:eu-west-1:1:cluster:sessions",
});
const Tags = (kind: string) => named(`my-${kind}`);

const network = buildNetwork(
  aSnapshot([
    aFullCapture({
      Vpcs: [aVpc({ VpcId: id("vpc"), Tags: Tags("vpc") })],
      Subnets: [
        aSubnet({ SubnetId: id("subnet"), VpcId: id("vpc"), Tags: Tags("subnet") }),
        aSubnet({ SubnetId: id("subnet", "2") }),
      ],
      RouteTables: [aRouteTable({ RouteTableId: id("rtb"), Tags: Tags("rtb") })],
      NetworkAcls: [aNetworkAcl({ NetworkAclId: id("acl"), Tags: Tags("acl") })],
      SecurityGroups: [
        aSecurityGroup({ GroupId: id("sg"), GroupName: "app" }),
        aSecurityGroup({ GroupId: id("sg", "2"), GroupName: "app", Tags: Tags("sg") }),
      ],
      NetworkInterfaces: [
        aNetworkInterface({ NetworkInterfaceId: id("eni"), Description: "RDSNetworkInterface" }),
        aNetworkInterface({ NetworkInterfaceId: id("eni", "2"), Description: "" }),
        aNetworkInterface({ NetworkInterfaceId: id("eni", "3"), TagSet: Tags("eni") }),
        aNetworkInterface({
          NetworkInterfaceId: id("eni", "4"),
          Description: "AWS Lambda VPC ENI-orders-api-a8cd2022-6cd9-4b88-a0ab-bed71194a168",
        }),
        aNetworkInterface({
          NetworkInterfaceId: id("eni", "5"),
          Description: `VPC Endpoint Interface ${id("vpce")}`,
        }),
        aNetworkInterface({
          NetworkInterfaceId: id("eni", "6"),
          Description: "RDSNetworkInterface",
          TagSet: Tags("eni"),
        }),
        aNetworkInterface({
          NetworkInterfaceId: id("eni", "7"),
          Description: "AWS Lambda VPC ENI",
          TagSet: Tags("eni"),
        }),
      ],
      NatGateways: [aNatGateway({ NatGatewayId: id("nat"), Tags: Tags("nat") })],
      InternetGateways: [anInternetGateway({ InternetGatewayId: id("igw"), Tags: Tags("igw") })],
      EgressOnlyInternetGateways: [
        anEgressOnlyInternetGateway({ EgressOnlyInternetGatewayId: id("eigw"), Tags: Tags("eigw") }),
      ],
      VpcEndpoints: [aVpcEndpoint({ VpcEndpointId: id("vpce"), Tags: Tags("vpce") })],
      VpcPeeringConnections: [aPeeringConnection({ VpcPeeringConnectionId: id("pcx"), Tags: Tags("pcx") })],
      TransitGateways: [{ TransitGatewayId: id("tgw"), Tags: Tags("tgw") }],
      TransitGatewayAttachments: [{ TransitGatewayAttachmentId: id("tgw-attach"), Tags: Tags("tgw-attach") }],
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: id("tgw-rtb"), Tags: Tags("tgw-rtb") }],
      VpnGateways: [{ VpnGatewayId: id("vgw"), Tags: Tags("vgw") }],
      Reservations: [aReservation({ InstanceId: id("i"), Tags: Tags("i") })],
      PrefixLists: [{ PrefixListId: id("pl"), PrefixListName: "com.amazonaws.eu-west-1.s3" }],
      ManagedPrefixLists: [{ PrefixListId: id("pl", "2"), PrefixListName: "offices" }],
      DBInstances: [db],
      CacheClusters: [cache],
      Functions: [fn],
    }),
  ]),
);

function namesOf(...ids: string[]): Record<string, string> {
  const trace: ToldTrace = {
    subnetId: null,
    verdict: "reachable",
    forward: ids.map((resourceId) => ({ kind: "other", resourceId })),
    return: [],
    explanations: [],
    notEvaluated: [],
  };
  return namesInAnswer(network, { traces: [trace] });
}

describe("the names of what an answer speaks of", () => {
  it.each([
    "vpc",
    "subnet",
    "rtb",
    "acl",
    "nat",
    "igw",
    "eigw",
    "vpce",
    "pcx",
    "tgw",
    "tgw-attach",
    "tgw-rtb",
    "vgw",
    "i",
  ])("are the Name tags: %s", (kind) => {
    expect(namesOf(id(kind))).toEqual({ [id(kind)]: `my-${kind}` });
  });

  it("are a group's own name, an interface's description and a list's name, where there is no tag", () => {
    expect(namesOf(id("sg"), id("sg", "2"), id("eni", "3"), id("pl"), id("pl", "2"))).toEqual({
      [id("sg")]: "app",
      [id("sg", "2")]: "my-sg",
      [id("eni", "3")]: "my-eni",
      [id("pl")]: "com.amazonaws.eu-west-1.s3",
      [id("pl", "2")]: "offices",
    });
  });

  it("say whose an interface of AWS's own is, without the one function of many that Lambda's names", () => {
    expect(namesOf(id("eni"), id("eni", "4"))).toEqual({
      [id("eni")]: "RDS interface",
      [id("eni", "4")]: "Lambda interface",
    });
    expect(namesOf(id("eni", "6"), id("eni", "7"))).toEqual({
      [id("eni", "6")]: "my-eni",
      [id("eni", "7")]: "my-eni",
    });
  });

  it("are given too of what an interface's description names", () => {
    expect(namesOf(id("eni", "5"))).toEqual({
      [id("eni", "5")]: `VPC Endpoint Interface ${id("vpce")}`,
      [id("vpce")]: "my-vpce",
    });
  });

  it("are the identifiers of functions, databases and caches that stand there by ARN", () => {
    const arns = [fn.FunctionArn ?? "", db.DBInstanceArn ?? "", cache.ARN ?? ""];
    expect(Object.values(namesOf(...arns))).toEqual(["orders-api", "orders-db", "sessions"]);
  });

  it("are absent for what has none or was not read", () => {
    const unread = ["sg", "eni", "pl", "vpc"].map((kind) => id(kind, "9"));
    expect(namesOf(id("subnet", "2"), id("eni", "2"), "internet", "constructor-1", ...unread)).toEqual({});
  });

  it("are found in subnets, interfaces, reasons, their evidence and what was not evaluated", () => {
    const trace: ToldTrace = {
      subnetId: id("subnet"),
      networkInterfaceId: id("eni"),
      verdict: "unreachable",
      forward: [],
      return: [{ kind: "nat-gateway", resourceId: id("nat") }],
      explanations: [
        {
          code: "SUBNET_ACL_RESTRICTION",
          direction: "forward",
          effect: "connectivity",
          resourceId: id("acl"),
          evidence: [{ resourceId: id("sg"), fact: "none" }, { fact: "none" }],
          message: `Of ${id("rtb")}.`,
        },
        { code: "BAD_STATE", direction: "return", effect: "connectivity", message: `Of ${id("igw")}.` },
      ],
      notEvaluated: [{ code: "NOT_EVALUATED_DNS", message: `Of ${id("vpc")}.`, affectsVerdict: false }],
    };
    expect(Object.keys(namesInAnswer(network, { traces: [trace] })).sort()).toEqual(
      ["acl", "eni", "igw", "nat", "rtb", "sg", "subnet", "vpc"].map((kind) => id(kind)),
    );
  });
});
