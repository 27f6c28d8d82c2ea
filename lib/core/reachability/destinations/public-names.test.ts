import { describe, expect, it } from "vitest";
import type { ReadCall } from "@/lib/core/network/calls";
import { aDbInstance } from "@/lib/testing/builders/destinations";
import { anInternetGateway, aPeeringConnection } from "@/lib/testing/builders/gateways";
import { aLoadBalancer, loadBalancerArn } from "@/lib/testing/builders/load-balancers";
import type { Resources } from "../../network/resources";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { routesTo, transitGateway } from "../cases/joined-vpcs.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { rows } from "../matrix/rows.test-builder";
import { networkWithout } from "../testing/ask-network.test-builder";

const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
const TO_DATABASE = { destination: { dbInstanceIdentifier: "orders-db" } };
const resolvers = [1, 2].map((n) => ({ VpcId: `vpc-${n}`, EnableDnsSupport: { Value: true } }));

/** A public database in `vpc-2`; `eni-1a` of `vpc-1` has a public address, too, and these routes. */
function withDatabase(routes: object[], { PublicIp }: { PublicIp?: string } = { PublicIp: "203.0.113.20" }) {
  const database = {
    Description: "RDSNetworkInterface",
    ...(PublicIp !== undefined && { Association: { PublicIp } }),
  };
  const out = { ...TO_INTERNET, GatewayId: "igw-2" };
  return together(
    openVpc(1, { routes, a: { eni: { Association: { PublicIp: "203.0.113.50" } } } }),
    openVpc(2, { routes: [...routesTo(1, { VpcPeeringConnectionId: "pcx-1" }), out], b: { eni: database } }),
    {
      VpcAttributes: resolvers,
      InternetGateways: [
        anInternetGateway(),
        anInternetGateway({
          InternetGatewayId: "igw-2",
          Attachments: [{ VpcId: "vpc-2", State: "attached" }],
        }),
      ],
      DBInstances: [
        aDbInstance({
          PubliclyAccessible: true,
          VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-2", Status: "active" }],
          DBSubnetGroup: { VpcId: "vpc-2", Subnets: [{ SubnetIdentifier: "subnet-2b" }] },
        }),
      ],
    },
  );
}

/** What each side of `pcx-1` lets the other resolve; undefined where that is not told. */
function peering(asker: boolean | undefined, owner: boolean | undefined): Resources {
  const side = (n: number, option: boolean | undefined) => ({
    VpcId: `vpc-${n}`,
    OwnerId: "111122223333",
    Region: "eu-west-1",
    ...(option !== undefined && { PeeringOptions: { AllowDnsResolutionFromRemoteVpc: option } }),
  });
  return {
    VpcPeeringConnections: [
      aPeeringConnection({ RequesterVpcInfo: side(1, asker), AccepterVpcInfo: side(2, owner) }),
    ],
  };
}

const BY_PEERING = routesTo(2, { VpcPeeringConnectionId: "pcx-1" });
const passed = (resources: Resources, unread: readonly ReadCall[] = []) => {
  const { verdict, traces } = answerOf(resources, TO_DATABASE, unread);
  return [verdict, ...traces.flatMap(({ forward }) => forward.map(({ resourceId }) => resourceId))];
};

describe("a public database's name, from a peered VPC", () => {
  it("leads to its private address where its own side of the peering lets names be resolved", () => {
    const network = together(withDatabase(BY_PEERING), peering(false, true));
    expect(passed(network)).toEqual(expect.arrayContaining(["reachable", "pcx-1", "eni-2b"]));
  });

  it("leads to its public address where it does not, whatever the asker's side lets", () => {
    const network = together(withDatabase([...BY_PEERING, TO_INTERNET]), peering(true, false));
    expect(passed(network)).toEqual(expect.arrayContaining(["reachable", "igw-1", "eni-2b"]));
    expect(passed(network)).not.toContain("pcx-1");
    const noWayOut = together(withDatabase(BY_PEERING), peering(true, false));
    expect(ask(noWayOut, TO_DATABASE)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  });

  it("is not known to lead anywhere where the option, the peerings or the public address were not read", () => {
    const untold = together(withDatabase(BY_PEERING), peering(true, undefined));
    expect(ask(untold, TO_DATABASE).verdict).toBe("unknown");
    const open = together(withDatabase([TO_INTERNET]), peering(false, false));
    expect(passed(open, ["DescribeVpcPeeringConnections"])[0]).toBe("unknown");
    expect(passed(open, ["DescribeTransitGatewayVpcAttachments"])[0]).toBe("unknown");
  });

  it("is not known to be reached where no public address is known, and its groups still refuse", () => {
    const joined = peering(true, false);
    const open = together(withDatabase(BY_PEERING, {}), joined);
    expect(ask(open, TO_DATABASE)).toEqual(unknown("NOT_EVALUATED_DNS"));
    const closed = {
      ...open,
      SecurityGroups: open.SecurityGroups?.map((one) => ({ ...one, IpPermissions: [] })),
    };
    expect(ask(closed as Resources, TO_DATABASE)).toEqual(unreachable("SG_HAS_NO_RULES"));
  });

  it("leads nowhere that is known where none of its subnets was read", () => {
    const network = together(withDatabase(BY_PEERING), peering(false, false));
    const elsewhere =
      network.DBInstances?.map((one) => ({ ...one, DBSubnetGroup: { VpcId: "vpc-2" } })) ?? [];
    expect(ask({ ...network, DBInstances: elsewhere }, TO_DATABASE)).toEqual(unknown("UNKNOWN_DESTINATION"));
  });

  it("may lead anywhere where both addresses are reached alike", () => {
    const both = together(withDatabase([...BY_PEERING, TO_INTERNET]), peering(true, undefined));
    expect(ask(both, TO_DATABASE)).toEqual(REACHABLE);
  });

  it("is private once more in its own VPC, and a matrix tells the two apart", () => {
    const network = together(withDatabase(BY_PEERING), peering(false, false));
    const asked = rows(networkWithout(network, []), ["eni-1a", "eni-2a"], [TO_DATABASE.destination]);
    expect(asked).toEqual([["unreachable"], ["reachable"]]);
  });

  it("is public over a peering that is no more", () => {
    const [old] = peering(true, true).VpcPeeringConnections ?? [];
    const gone = { VpcPeeringConnections: [{ ...old, Status: { Code: "deleted" as const } }] };
    const network = together(withDatabase([TO_INTERNET]), gone);
    expect(passed(network)).toEqual(expect.arrayContaining(["reachable", "igw-1", "eni-2b"]));
  });
});

describe("a public database's name, over a transit gateway", () => {
  const gatewayOf = (...[own, one, other]: (("enable" | "disable") | undefined)[]) =>
    transitGateway({
      options: own && { DnsSupport: own },
      attachments: {
        1: one ? { Options: { DnsSupport: one } } : {},
        2: other ? { Options: { DnsSupport: other } } : {},
      },
    });

  it.each([
    [["enable", "enable", "enable"], "unreachable"],
    [["disable", "enable", "enable"], "reachable"],
    [["enable", "disable", "enable"], "reachable"],
    [["enable", "enable", "disable"], "reachable"],
    [["enable", "enable", undefined], "unknown"],
    [[undefined, "enable", "enable"], "unknown"],
  ] as const)("leads past the internet gateway or to it by the DNS support of %j: %s", (support, verdict) => {
    // An internet gateway takes nothing to a private address.
    const network = together(withDatabase([TO_INTERNET]), gatewayOf(...support));
    expect(ask(network, TO_DATABASE).verdict).toBe(verdict);
  });
});

describe("the name of a load balancer that faces the internet", () => {
  const arn = loadBalancerArn();
  const TO_BALANCER = { destination: { loadBalancerArn: arn } };
  const facing = (routes: object[], Scheme: "internet-facing" | "internal") =>
    together(
      openVpc(1, {
        routes,
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
        b: {
          eni: { Description: "ELB app/shop/50dc6c495c0c9188", Association: { PublicIp: "203.0.113.60" } },
        },
      }),
      {
        VpcAttributes: resolvers.slice(0, 1),
        InternetGateways: [anInternetGateway()],
        LoadBalancers: [aLoadBalancer({ Scheme })],
      },
    );

  it("leads to its public addresses even within its VPC", () => {
    expect(ask(facing([], "internet-facing"), TO_BALANCER)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
    expect(ask(facing([TO_INTERNET], "internet-facing"), TO_BALANCER).codes).not.toContain(
      "NO_ROUTE_TO_DESTINATION",
    );
  });

  it("is no matter of an internal one", () => {
    expect(ask(facing([], "internal"), TO_BALANCER).codes).toEqual(
      ask(facing([TO_INTERNET], "internal"), TO_BALANCER).codes,
    );
    expect(ask(facing([], "internal"), TO_BALANCER)).not.toEqual(REACHABLE);
  });
});
