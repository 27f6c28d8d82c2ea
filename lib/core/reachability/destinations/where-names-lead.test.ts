import { describe, expect, it } from "vitest";
import { aDbInstance } from "@/lib/testing/builders/destinations";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aLoadBalancer } from "@/lib/testing/builders/load-balancers";
import { aVpc } from "@/lib/testing/builders/vpc-resources";
import type { Resources } from "../../network/resources";
import { answerOf, ask, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";

const named = (EnableDnsSupport?: boolean): Resources => ({
  VpcAttributes: [
    {
      VpcId: "vpc-1",
      ...(EnableDnsSupport !== undefined && { EnableDnsSupport: { Value: EnableDnsSupport } }),
    },
  ],
});
const askedAt = (...servers: string[]): Resources => ({
  ...openVpc(1, { vpc: aVpc({ VpcId: "vpc-1", DhcpOptionsId: "dopt-1" }) }),
  DhcpOptions: [
    {
      DhcpOptionsId: "dopt-1",
      DhcpConfigurations: [{ Key: "domain-name-servers", Values: servers.map((Value) => ({ Value })) }],
    },
  ],
});
const database = (SubnetIdentifier: string): Resources => ({
  DBInstances: [
    aDbInstance({
      DBSubnetGroup: { VpcId: "vpc-1", Subnets: [{ SubnetIdentifier }] },
      VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1", Status: "active" }],
    }),
  ],
});
const TO_DATABASE = { destination: { dbInstanceIdentifier: "orders-db" } };

describe("Amazon's resolver beside a server that cannot be reached", () => {
  const resources = (...servers: string[]) => together(askedAt(...servers), database("subnet-1b"));

  it("answers", () => {
    const both = resources("AmazonProvidedDNS", "192.168.1.1");
    expect(ask(together(both, named(true)), TO_DATABASE).verdict).toBe("reachable");
  });

  it("does not where it is off, and may where that was not read", () => {
    const both = resources("AmazonProvidedDNS", "192.168.1.1");
    const alone = resources("192.168.1.1");
    const { verdict, codes } = ask(together(both, named(false)), TO_DATABASE);
    expect(verdict).toBe("unreachable");
    expect(codes).toContain("DNS_SERVER_UNREACHABLE");
    expect(ask(together(both, named()), TO_DATABASE).verdict).toBe("unknown");
    expect(ask(together(alone, named()), TO_DATABASE).verdict).toBe("unreachable");
  });
});

describe("a database whose interfaces were not read", () => {
  it("is not at the address of the resolver, though that is in its subnet", () => {
    const first = { CidrBlock: "10.1.0.0/24" };
    const network = together(openVpc(1, { b: { subnet: first } }), named(true), database("subnet-1b"));
    expect(ask(network, TO_DATABASE).verdict).toBe("reachable");
  });

  it("may have a public address, at which replies come back too", () => {
    const toInternet = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
    const network = together(
      openVpc(1, { routes: [toInternet] }),
      { InternetGateways: [anInternetGateway()] },
      database("subnet-1b"),
    );
    const outside = { source: { cidr: "8.8.4.4/32" }, ...TO_DATABASE };
    expect(ask(network, outside).verdict).toBe("unknown");
  });
});

it("a load balancer without interfaces is not reached by a name that nobody resolves", () => {
  const LoadBalancers = [aLoadBalancer()];
  const [{ LoadBalancerArn: loadBalancerArn = "" } = {}] = LoadBalancers;
  const destination = { loadBalancerArn };
  expect(ask(together(askedAt("192.168.1.1"), { LoadBalancers }), { destination })).toEqual(
    unreachable("DNS_SERVER_UNREACHABLE"),
  );
  expect(ask(together(openVpc(1), named(true), { LoadBalancers }), { destination }).verdict).toBe("unknown");
});

it("either of two unread lists may take what goes to a service, though one of them is the service's own", () => {
  const toService = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-1" };
  const toOther = { DestinationPrefixListId: "pl-own", GatewayId: "vgw-1" };
  const served = (...routes: object[]) =>
    together(openVpc(1, { routes }), named(true), {
      VpcEndpoints: [aVpcEndpoint({ VpcEndpointType: "Gateway", ServiceName: "com.amazonaws.eu-west-1.s3" })],
    });
  const asked = { destination: { service: "s3" } };
  expect(ask(served(toService), asked)).toEqual(REACHABLE);
  expect(ask(served(toService, toOther), asked).verdict).toBe("unknown");
  expect(ask(served(toOther, toService), asked).verdict).toBe("unknown");
});

it("a function that cannot reach a part of the internet does not reach it, whatever address it gets", () => {
  const toInternet = { DestinationIpv6CidrBlock: "::/0", GatewayId: "igw-1" };
  const entries = [
    anEntry({}),
    { RuleNumber: 101, Egress: false, Protocol: "-1", RuleAction: "allow" as const, Ipv6CidrBlock: "::/0" },
    {
      RuleNumber: 10,
      Egress: true,
      Protocol: "-1",
      RuleAction: "deny" as const,
      Ipv6CidrBlock: "2800::/8",
    },
    { RuleNumber: 20, Egress: true, Protocol: "-1", RuleAction: "allow" as const, Ipv6CidrBlock: "::/0" },
  ];
  const network = together(openVpc(1, { routes: [toInternet], a: { entries } }), {
    InternetGateways: [anInternetGateway()],
  });
  const connection = {
    subnetIds: ["subnet-1a"],
    securityGroupIds: ["sg-1"],
    ipv6AllowedForDualStack: true,
  };
  const asked = { source: { connection }, destination: { cidr: "::/0" } };
  expect(answerOf(network, asked).verdict).toBe("unreachable");
});
