import { describe, expect, it } from "vitest";
import { aDbInstance, aReservation } from "@/lib/testing/builders/destinations";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aLoadBalancer } from "@/lib/testing/builders/load-balancers";
import { aNetworkInterface, aVpc } from "@/lib/testing/builders/vpc-resources";
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
    const read = aNetworkInterface({
      NetworkInterfaceId: "eni-db",
      SubnetId: "subnet-1b",
      PrivateIpAddress: "10.1.2.50",
      Description: "RDSNetworkInterface",
      Association: { PublicIp: "203.0.113.60" },
    });
    // Who asks from outside resolves its name elsewhere: no attribute of the VPC was read.
    expect(ask(together(network, { NetworkInterfaces: [read] }), outside)).toEqual(REACHABLE);
  });
});

describe("an instance", () => {
  const own = (NetworkInterfaceId: string, DeviceIndex: number) => ({
    NetworkInterfaceId,
    Attachment: { DeviceIndex },
  });
  const network = (...NetworkInterfaces: object[]) =>
    together(
      openVpc(1, {
        a: { eni: { Attachment: { InstanceId: "i-1" } } },
        b: { eni: { Attachment: { InstanceId: "i-1" } } },
      }),
      { Reservations: [aReservation({ NetworkInterfaces })] },
    );
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const asked = { source: { connection }, destination: { instanceId: "i-1" } };

  it("answers with its first interface, whichever is told first, else with the first by name", () => {
    const answering = (...told: object[]) =>
      answerOf(network(...told), asked).traces.map(({ forward }) => forward.at(-2)?.resourceId);
    const [one, two] = [own("eni-1a", 1), own("eni-1b", 0)];
    expect(answering(one, two)).toEqual(["eni-1b"]);
    expect(answering(two, one)).toEqual(["eni-1b"]);
    expect(answering({ NetworkInterfaceId: "eni-1b" })).toEqual(["eni-1a"]);
    expect(answering()).toEqual(["eni-1a"]);
  });
});

it("a name is resolved in the sender's VPC before the packet leaves, and what stops that is told", () => {
  const destination = { dbInstanceIdentifier: "orders-db" };
  const network = (isOn: boolean) => together(openVpc(1), named(isOn), database("subnet-1b"));
  const [trace] = answerOf(network(true), { destination }).traces;
  expect(trace?.forward.slice(0, 3).map(({ kind, resourceId }) => `${kind} ${resourceId}`)).toEqual([
    "network-interface eni-1a",
    "dns vpc-1",
    "subnet subnet-1a",
  ]);
  const [off] = answerOf(network(false), { destination }).traces;
  expect(off?.explanations).toMatchObject([
    { resourceId: "vpc-1", evidence: [{ resourceId: "vpc-1", fact: "enableDnsSupport false" }] },
  ]);
});

it.each([
  ["DescribeVpcAttribute", {}, "DescribeVpcAttribute was not read"],
  [undefined, {}, "no answer of DescribeVpcAttribute names vpc-1"],
  ["DescribeDhcpOptions", { DhcpOptionsId: "dopt-1" }, "DescribeDhcpOptions was not read"],
  [undefined, { DhcpOptionsId: "dopt-1" }, "dopt-1 is not among the DHCP options read"],
  ["DescribeVpcs", {}, "DescribeVpcs was not read"],
  [undefined, { VpcId: "vpc-other" }, "vpc-1 is not among the VPCs read"],
] as const)("whether names are resolved is not known where %s was not read: %j", (call, vpc, why) => {
  const network = together(openVpc(1, { vpc }), database("subnet-1b"));
  const asked = { destination: { dbInstanceIdentifier: "orders-db" } };
  const [trace] = answerOf(network, asked, call === undefined ? [] : [call]).traces;
  expect(trace?.notEvaluated.map(({ message }) => message)).toContain(
    `Whether names are resolved in vpc-1 is not known: ${why}.`,
  );
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
