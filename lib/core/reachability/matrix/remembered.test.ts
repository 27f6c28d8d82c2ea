import { describe, expect, it } from "vitest";
import type { Resources } from "@/lib/core/network/resources";
import { aDbInstance } from "@/lib/testing/builders/destinations";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import { peeringOf, routesTo, transitGateway } from "../cases/joined-vpcs.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";
import {
  appInterface,
  aShop,
  gateArn,
  gateInterface,
  groups,
  tcpFrom,
} from "../load-balancers/shop.test-builder";
import { networkWithout } from "../testing/ask-network.test-builder";
import { rows } from "./rows.test-builder";

const read = (resources: Resources) => networkWithout(resources, []);
const NAMES_ON = { EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } };
const closed = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true, RuleAction: "deny" })];

describe("what a matrix remembers of one cell", () => {
  it("of a sender says nothing of another, whose table leads elsewhere", () => {
    const BY_PEERING = { VpcPeeringConnectionId: "pcx-1" };
    const network = read(
      together(
        openVpc(1, { b: { routes: routesTo(2, BY_PEERING) } }),
        openVpc(2, { routes: routesTo(1, BY_PEERING) }),
        peeringOf(),
      ),
    );
    const to = [{ cidr: "10.2.1.10/32" }];
    expect(rows(network, ["eni-1a", "eni-1b"], to)).toEqual([["unreachable"], ["reachable"]]);
    expect(rows(network, ["eni-1b", "eni-1a"], to)).toEqual([["reachable"], ["unreachable"]]);
  });

  it("of an address that nobody has in another VPC says nothing of one there that somebody has", () => {
    const joinedBy = (target: object, join: Resources) =>
      read(
        together(
          openVpc(1, { routes: routesTo(2, target) }),
          openVpc(2, { routes: routesTo(1, target) }),
          join,
        ),
      );
    const to = [{ cidr: "10.2.1.99/32" }, { cidr: "10.2.1.10/32" }];
    const byTransit = transitGateway({ attachments: { 1: {}, 2: {} } });
    for (const network of [
      joinedBy({ VpcPeeringConnectionId: "pcx-1" }, peeringOf()),
      joinedBy({ TransitGatewayId: "tgw-1" }, byTransit),
    ])
      expect(rows(network, ["eni-1a"], to)).toEqual([["unreachable", "reachable"]]);
  });

  it("of a public address says nothing of another, to which a rule lets out", () => {
    const network = read(
      together(
        openVpc(1, {
          outbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "8.8.4.4/32" }] }],
          routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
          a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
        }),
        { InternetGateways: [anInternetGateway()] },
      ),
    );
    const to = [{ cidr: "8.8.8.8/32" }, { cidr: "8.8.4.4/32" }];
    expect(rows(network, ["eni-1a"], to)).toEqual([["unreachable", "reachable"]]);
  });

  it.each([
    [
      ["eni-fn-1", "eni-fn-2"],
      [["reachable"], ["unreachable"]],
    ],
    [
      ["eni-fn-2", "eni-fn-1"],
      [["unreachable"], ["reachable"]],
    ],
  ])("of a client says nothing of another, whose address a load balancer keeps: %j", (ids, verdicts) => {
    const client = (NetworkInterfaceId: string, PrivateIpAddress: string) =>
      aNetworkInterface({
        NetworkInterfaceId,
        PrivateIpAddress,
        SubnetId: "subnet-fn",
        Groups: [{ GroupId: "sg-fn" }],
      });
    const app = { ...groups.app, IpPermissions: [tcpFrom(8080, { cidr: "10.0.1.10/32" })] };
    const clients = [client("eni-fn-1", "10.0.1.10"), client("eni-fn-2", "10.0.1.11")];
    const network = aShop({
      SecurityGroups: [groups.fn, groups.lb, app],
      NetworkInterfaces: [gateInterface, appInterface, ...clients],
    });
    expect(rows(network, ids, [{ loadBalancerArn: gateArn }], 90)).toEqual(verdicts);
  });
});

describe("a cell of several targets", () => {
  const inBoth = {
    VpcId: "vpc-1",
    Subnets: ["subnet-1a", "subnet-1b"].map((SubnetIdentifier) => ({ SubnetIdentifier })),
  };
  const withClosed = (letter: "a" | "b") =>
    read(
      together(
        openVpc(1, { [letter]: { entries: closed } }),
        // The sender's own subnet has another network ACL.
        {
          Subnets: [{ SubnetId: "subnet-1s", VpcId: "vpc-1", CidrBlock: "10.1.7.0/24" }],
          NetworkAcls: [
            {
              NetworkAclId: "acl-1s",
              VpcId: "vpc-1",
              Associations: [{ SubnetId: "subnet-1s" }],
              Entries: [anEntry({}), anEntry({ Egress: true })],
            },
          ],
          NetworkInterfaces: [
            aNetworkInterface({
              NetworkInterfaceId: "eni-1s",
              SubnetId: "subnet-1s",
              PrivateIpAddress: "10.1.7.10",
            }),
          ],
          VpcAttributes: [{ VpcId: "vpc-1", ...NAMES_ON }],
          VpcEndpoints: [aVpcEndpoint({ SubnetIds: ["subnet-1a", "subnet-1b"] })],
          DBInstances: [aDbInstance({ DBSubnetGroup: inBoth, AvailabilityZone: undefined })],
        },
      ),
    );

  it.each(["a", "b"] as const)("is not settled by the one that is stopped, in subnet %s", (letter) => {
    const destinations = [{ service: "secretsmanager" }, { dbInstanceIdentifier: "orders-db" }];
    expect(rows(withClosed(letter), ["eni-1s"], destinations)).toEqual([["mixed", "unknown"]]);
  });

  it.each(["52.216.0.0/16", "54.231.0.0/16"])("is mixed where %s alone is shut", (CidrBlock) => {
    const entries = [
      anEntry({}),
      anEntry({ RuleNumber: 10, Egress: true, RuleAction: "deny", CidrBlock }),
      anEntry({ Egress: true }),
    ];
    const network = read(
      together(
        openVpc(1, {
          routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
          a: { eni: { Association: { PublicIp: "203.0.113.50" } }, entries },
        }),
        {
          InternetGateways: [anInternetGateway()],
          VpcAttributes: [{ VpcId: "vpc-1", ...NAMES_ON }],
          PrefixLists: [
            {
              PrefixListId: "pl-s3",
              PrefixListName: "com.amazonaws.eu-west-1.s3",
              Cidrs: ["52.216.0.0/16", "54.231.0.0/16"],
            },
          ],
        },
      ),
    );
    expect(rows(network, ["eni-1a"], [{ service: "s3" }, { service: "sqs" }])).toEqual([
      ["mixed", "reachable"],
    ]);
  });
});
