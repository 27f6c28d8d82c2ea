import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import type { ReadCall } from "@/lib/core/network/calls";
import type { Resources } from "@/lib/core/network/resources";
import { aDbInstance } from "@/lib/testing/builders/destinations";
import { aListener, aLoadBalancer, aLoadBalancerInterface } from "@/lib/testing/builders/load-balancers";
import { aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import { routesTo, transitGateway } from "../cases/joined-vpcs.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowDestination, FlowSource } from "../flow";
import { networkWithout } from "../testing/ask-network.test-builder";
import type { Verdict } from "../trace";
import { evaluateMatrix } from "./evaluate-matrix";

const from = (networkInterfaceId: string): FlowSource => ({ networkInterfaceId });

interface Asked {
  destinations: readonly FlowDestination[];
  /** One for each destination; 443 where there is none. */
  ports?: readonly number[];
  unread?: readonly ReadCall[];
}

/** The row of one source, which must be what its single questions say. */
function row(
  resources: Resources,
  source: FlowSource,
  { destinations, ports = [], unread = [] }: Asked,
): readonly Verdict[] {
  const targets = destinations.map((destination, position) => ({
    destination,
    protocol: "tcp" as const,
    port: ports[position] ?? 443,
  }));
  const [verdicts = []] = evaluateMatrix(networkWithout(resources, unread), [source], targets);
  const network = networkWithout(resources, unread);
  expect(verdicts).toEqual(targets.map((target) => evaluateFlow(network, { source, ...target }).verdict));
  return verdicts;
}

describe("places and destinations that were not read", () => {
  const connection = { subnetIds: ["subnet-unread"], securityGroupIds: ["sg-1"] };
  const elsewhere = [{ cidr: "10.9.1.10/32" }, { cidr: "10.9.2.10/32" }];

  it("leave a cell unknown: the subnet of a source", () => {
    expect(row(openVpc(1), { connection }, { destinations: elsewhere })).toEqual(["unknown", "unknown"]);
  });

  it("leave a cell unknown: all subnets of a database", () => {
    const network = together(openVpc(1), {
      VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
      DBInstances: [aDbInstance({ DBSubnetGroup: { VpcId: "vpc-9", Subnets: [] } })],
    });
    const destinations = [{ dbInstanceIdentifier: "orders-db" }];
    expect(row(network, from("eni-1a"), { destinations })).toEqual(["unknown"]);
  });

  it("leave cells unknown: the route table of the source's subnet", () => {
    const asked = { destinations: elsewhere, unread: ["DescribeRouteTables"] as const };
    expect(row(openVpc(1), from("eni-1a"), asked)).toEqual(["unknown", "unknown"]);
  });
});

describe("addresses that a VPC's one route leads to", () => {
  const toAll = { DestinationCidrBlock: "10.0.0.0/8", TransitGatewayId: "tgw-1" };
  const back = { routes: routesTo(1, { TransitGatewayId: "tgw-1" }) };
  const hub = (propagating: readonly number[]) =>
    together(
      openVpc(1, { routes: [toAll] }),
      openVpc(2, back),
      openVpc(3, back),
      transitGateway({ attachments: { 1: {}, 2: {}, 3: {} }, propagating }),
    );
  const destinations = [3, 2].map((n) => ({ cidr: `10.${n}.1.10/32` }));

  it("are told apart by the transit gateway that it leads to", () => {
    expect(row(hub([1, 2]), from("eni-1a"), { destinations })).toEqual(["unreachable", "reachable"]);
    expect(row(hub([1]), from("eni-1a"), { destinations })).toEqual(["unreachable", "unreachable"]);
  });

  it("are told apart where they are one destination's: one load balancer in two subnets", () => {
    const loadBalancer = aLoadBalancer({ VpcId: "vpc-2" });
    const arn = loadBalancer.LoadBalancerArn ?? "";
    const balancerInterface = (NetworkInterfaceId: string, SubnetId: string, PrivateIpAddress: string) =>
      aLoadBalancerInterface(arn, {
        NetworkInterfaceId,
        VpcId: "vpc-2",
        SubnetId,
        PrivateIpAddress,
        Groups: [{ GroupId: "sg-2" }],
      });
    const resources = together(
      openVpc(1, { routes: [{ DestinationCidrBlock: "10.2.1.0/24", TransitGatewayId: "tgw-1" }] }),
      openVpc(2, back),
      transitGateway({ attachments: { 1: {}, 2: {} } }),
      {
        VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
        LoadBalancers: [loadBalancer],
        NetworkInterfaces: [
          balancerInterface("eni-shop-a", "subnet-2a", "10.2.1.80"),
          balancerInterface("eni-shop-b", "subnet-2b", "10.2.2.80"),
        ],
        Listeners: [
          aListener(arn, "gate", {
            Port: 443,
            Protocol: "TCP",
            DefaultActions: [{ Type: "fixed-response" }],
          }),
        ],
      },
    );
    const asked = { destinations: [{ cidr: "10.2.2.10/32" }, { loadBalancerArn: arn }] };
    expect(row(resources, from("eni-1a"), asked)).toEqual(["unreachable", "mixed"]);
  });

  it("are told apart by the ports that an appliance on the way lets in", () => {
    const resources = openVpc(1, {
      inbound: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
      a: { routes: [{ DestinationCidrBlock: "10.0.0.0/8", NetworkInterfaceId: "eni-1b" }] },
      b: { eni: { SourceDestCheck: false } },
    });
    expect(row(resources, from("eni-1a"), { destinations, ports: [80, 443] })).toEqual([
      "unreachable",
      "unknown",
    ]);
  });

  it("are told apart inside a VPC one of whose ranges only its local route tells", () => {
    const network = together(
      openVpc(1, { routes: [{ DestinationCidrBlock: "10.50.0.0/16", GatewayId: "local" }] }),
      {
        NetworkInterfaces: [
          aNetworkInterface({ VpcId: "vpc-1", SubnetId: "subnet-unread", PrivateIpAddress: "10.50.1.11" }),
        ],
      },
    );
    const asked = { destinations: [{ cidr: "10.50.1.10/32" }, { cidr: "10.50.1.11/32" }] };
    // The network ACL of the second one's subnet was not read.
    expect(row(network, from("eni-1a"), asked)).toEqual(["unreachable", "unknown"]);
  });

  it("are alike from a subnet that was not read, but for its own", () => {
    const neighbour = { cidr: "10.1.1.10/32" };
    const asked = { destinations: [...destinations, neighbour], unread: ["DescribeSubnets"] as const };
    expect(row(openVpc(1, { b: { eni: { SubnetId: "subnet-1a" } } }), from("eni-1b"), asked)).toEqual([
      "unreachable",
      "unreachable",
      "reachable",
    ]);
  });
});

describe("ports of a matrix", () => {
  const outbound = [
    { IpProtocol: "tcp", FromPort: 443, ToPort: 444, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
    { IpProtocol: "udp", FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
  ];
  const network = networkWithout(
    together(
      openVpc(1, {
        outbound,
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      { InternetGateways: [anInternetGateway()] },
    ),
    [],
  );
  const asked = [
    { protocol: "tcp", port: 443 },
    { protocol: "tcp", port: { from: 443, to: 444 } },
    { protocol: "tcp", port: { from: 443, to: 445 } },
    { protocol: "tcp", port: { from: 445, to: 446 } },
    { protocol: "tcp" },
    { protocol: "udp", port: 53 },
    { protocol: "icmp" },
  ] as const;

  it.each([[{ internet: true }], [{ cidr: "8.8.8.8/32" }]] as const)(
    "are one, a range, or all of them, as of a single question: %j",
    (destination) => {
      const targets = asked.map((one) => ({ ...one, destination }));
      const source = from("eni-1a");
      const [verdicts] = evaluateMatrix(network, [source], targets);
      const singly = targets.map((target) => evaluateFlow(network, { source, ...target }).verdict);
      expect(verdicts).toEqual(singly);
      expect(verdicts).toEqual([
        "reachable",
        "reachable",
        "mixed",
        "unreachable",
        "mixed",
        "reachable",
        "unreachable",
      ]);
    },
  );
});
