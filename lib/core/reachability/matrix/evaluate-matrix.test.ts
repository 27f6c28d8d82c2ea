import { describe, expect, it } from "vitest";
import type { ReadCall } from "@/lib/core/network/calls";
import type { Resources } from "@/lib/core/network/resources";
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
