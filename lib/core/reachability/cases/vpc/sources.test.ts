import { describe, expect, it } from "vitest";
import { aFunction } from "@/lib/testing/builders/functions";
import { aReservation } from "@/lib/testing/builders/destinations";
import { aLambdaInterface, aRoute, aRouteTable, associatedWith } from "@/lib/testing/builders/vpc-resources";
import { ask, mixed, REACHABLE, unreachable } from "../ask-codes.test-builder";
import { peeringOf, routesTo } from "../joined-vpcs.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

describe("a stopped instance", () => {
  const attached = (letter: "a" | "b") => ({
    eni: { Attachment: { InstanceId: `i-${letter}`, DeviceIndex: 0, Status: "attached" as const } },
  });
  const network = (a: "running" | "stopped", b: "running" | "stopped") =>
    together(openVpc(1, { a: attached("a"), b: attached("b") }), {
      Reservations: [
        aReservation({ InstanceId: "i-a", State: { Name: a } }),
        aReservation({ InstanceId: "i-b", State: { Name: b } }),
      ],
    });

  it.each([
    ["by its id", { instanceId: "i-a" }, { instanceId: "i-b" }],
    ["by its interface", { networkInterfaceId: "eni-1a" }, { networkInterfaceId: "eni-1b" }],
    ["by its address", { cidr: "10.1.1.10/32" }, { cidr: "10.1.2.10/32" }],
  ])("neither sends nor accepts, asked for %s", (_, source, destination) => {
    expect(ask(network("running", "running"), { source, destination })).toEqual(REACHABLE);
    expect(ask(network("stopped", "running"), { source, destination })).toEqual(unreachable("BAD_STATE"));
    expect(ask(network("running", "stopped"), { source, destination })).toEqual(unreachable("BAD_STATE"));
  });
});

describe("a function with several interfaces in a subnet", () => {
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const letsIn = (...addresses: string[]) => [
    { IpProtocol: "-1", IpRanges: addresses.map((CidrIp) => ({ CidrIp })) },
  ];
  const network = (inbound: ReturnType<typeof letsIn>) => {
    const own = (NetworkInterfaceId: string, PrivateIpAddress: string) => ({
      ...aLambdaInterface({ Groups: [{ GroupId: "sg-1" }] }),
      SubnetId: "subnet-1a",
      NetworkInterfaceId,
      PrivateIpAddress,
    });
    return together(openVpc(1), openVpc(2, { routes: routesTo(1, BY_PEERING), inbound }), peeringOf(), {
      NetworkInterfaces: [own("eni-fn-1", "10.1.1.20"), own("eni-fn-2", "10.1.1.40")],
      RouteTables: [
        aRouteTable({
          RouteTableId: "rtb-own",
          VpcId: "vpc-1",
          Associations: associatedWith("subnet-1a"),
          Routes: [aRoute({ DestinationCidrBlock: "10.1.0.0/16" }), ...routesTo(2, BY_PEERING)],
        }),
      ],
    });
  };
  const BY_PEERING = { VpcPeeringConnectionId: "pcx-1" };
  const asked = { source: { connection }, destination: { cidr: "10.2.1.10/32" } };

  it.each([
    ["both of them", letsIn("10.1.1.0/24"), REACHABLE],
    ["both of them by a rule for each", letsIn("10.1.1.20/32", "10.1.1.40/32"), REACHABLE],
    ["one of them", letsIn("10.1.1.0/27"), mixed("ENI_SG_RULES_MISMATCH")],
    ["neither", letsIn("10.1.9.0/24"), unreachable("ENI_SG_RULES_MISMATCH")],
  ])("sends from now one, now another, where the receiver lets in %s", (_, inbound, answer) => {
    expect(ask(network(inbound), asked)).toEqual(answer);
  });
});

describe("a question that rules divide", () => {
  const letsOut = (count: number) => [
    {
      IpProtocol: "-1",
      // Every second address, so that each rule makes two parts.
      IpRanges: Array.from({ length: count }, (_, index) => ({ CidrIp: `10.1.2.${2 * index}/32` })),
    },
  ];
  const asked = { destination: { cidr: "10.0.0.0/8" } };

  it("into more parts than are evaluated is answered where something stops one of them", () => {
    const entries = Array.from({ length: 200 }, (_, index) =>
      anEntry({ RuleNumber: index + 1, Egress: true, CidrBlock: `10.1.3.${index}/32` }),
    );
    const network = openVpc(1, { outbound: letsOut(127), a: { entries: [anEntry({}), ...entries] } });
    const stops = ["ENI_SG_RULES_MISMATCH", "NO_ROUTE_TO_DESTINATION", "SUBNET_ACL_RESTRICTION"] as const;
    expect(ask(network, asked)).toEqual(unreachable(...stops));
  });

  it("into fewer parts is answered", () => {
    expect(ask(openVpc(1, { outbound: letsOut(10) }), asked).verdict).toBe("unreachable");
  });
});

describe("a function that is asked about all protocols", () => {
  const asked = { protocol: "all", destination: { networkInterfaceId: "eni-1b" } } as const;

  it("sends TCP and UDP only, attached or about to be", () => {
    const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
    expect(ask(openVpc(1), { ...asked, source: { connection } })).toEqual(mixed("PROTOCOL_RESTRICTION"));
    const VpcConfig = { VpcId: "vpc-1", SubnetIds: ["subnet-1a"], SecurityGroupIds: ["sg-1"] };
    const network = together(openVpc(1), { Functions: [aFunction({ VpcConfig })] });
    expect(ask(network, { ...asked, source: { functionName: "orders" } })).toEqual(
      mixed("PROTOCOL_RESTRICTION"),
    );
  });

  it("does so too where it is in no VPC", () => {
    const network = { Functions: [aFunction({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } })] };
    const answer = ask(network, {
      protocol: "all",
      source: { functionName: "orders" },
      destination: { internet: true },
    });
    expect(answer).toEqual(mixed("PROTOCOL_RESTRICTION"));
  });
});
