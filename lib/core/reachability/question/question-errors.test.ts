import { describe, expect, it } from "vitest";
import { aDbInstance, aReservation } from "@/lib/testing/builders/destinations";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { aNetworkInterface, aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../../network/build-network";
import { evaluateFlow } from "../evaluate-flow";
import { FlowError, type Flow } from "../flow";

const elsewhere = { region: "us-east-1" };
const network = buildNetwork({
  captures: [
    aFullCapture({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      NetworkInterfaces: [aNetworkInterface({ NetworkInterfaceId: "eni-1" })],
      Reservations: [aReservation()],
      Functions: [aFunction({ FunctionName: "orders" })],
      DBInstances: [aDbInstance()],
    }),
    aFullCapture(
      {
        Functions: [aFunction({ FunctionArn: functionArn("orders", undefined, "us-east-1") })],
        DBInstances: [aDbInstance({ DBInstanceArn: "arn:aws:rds:us-east-1:111122223333:db:orders-db" })],
      },
      elsewhere,
    ),
  ],
});

const good: Flow = {
  source: { networkInterfaceId: "eni-1" },
  destination: { cidr: "10.0.1.9/32" },
  protocol: "tcp",
};

function refusal(flow: Partial<Flow>): FlowError {
  try {
    evaluateFlow(network, { ...good, ...flow });
  } catch (error) {
    if (error instanceof FlowError) return error;
    throw error;
  }
  throw new Error("The question was answered.");
}

describe("a question that cannot be asked", () => {
  it.each<[what: string, code: FlowError["code"], field: string, flow: Partial<Flow>]>([
    ["a port below 0", "invalid", "port", { port: -1 }],
    ["a port above 65535", "invalid", "port", { port: 65536 }],
    ["half a port", "invalid", "port", { port: 1.5 }],
    ["a reversed range", "invalid", "port", { port: { from: 90, to: 80 } }],
    ["a reversed range of the sender's", "invalid", "sourcePort", { sourcePort: { from: 9, to: 8 } }],
    ["a protocol above 255", "invalid", "protocol", { protocol: 256 }],
    ["a negative protocol", "invalid", "protocol", { protocol: -1 }],
    ["a port of all protocols", "invalid", "port", { protocol: "all", port: 443 }],
    ["an ICMP type of all protocols", "invalid", "icmp", { protocol: "all", icmp: { type: 8 } }],
    ["a port of ICMP", "invalid", "port", { protocol: "icmp", port: 443 }],
    ["an ICMP type of TCP", "invalid", "icmp", { icmp: { type: 8 } }],
    ["an ICMP type of ESP", "invalid", "icmp", { protocol: 50, icmp: { type: 8 } }],
    ["an ICMP type above 255", "invalid", "icmp.type", { protocol: 1, icmp: { type: 256 } }],
    ["an ICMP code above 255", "invalid", "icmp.code", { protocol: 1, icmp: { type: 3, code: 256 } }],
    ["ICMPv6 over IPv4", "invalid", "protocol", { protocol: "icmpv6" }],
    ["ICMP over IPv6", "invalid", "protocol", { protocol: "icmp", destination: { cidr: "2600::1/128" } }],
    ["what is no block", "invalid", "destination.cidr", { destination: { cidr: "10.0.0.256" } }],
    ["host bits", "invalid", "destination.cidr", { destination: { cidr: "10.0.1.9/24" } }],
    ["host bits of the source", "invalid", "source.cidr", { source: { cidr: "10.0.1.9/24" } }],
    ["two families", "invalid", "destination.cidr", { source: { cidr: "2600::1/128" } }],
    [
      "a connection without a subnet",
      "invalid",
      "source.connection.subnetIds",
      { source: { connection: { subnetIds: [], securityGroupIds: [] } } },
    ],
    [
      "an unread interface",
      "not-found",
      "source.networkInterfaceId",
      { source: { networkInterfaceId: "eni-9" } },
    ],
    [
      "an unread interface to reach",
      "not-found",
      "destination.networkInterfaceId",
      { destination: { networkInterfaceId: "eni-9" } },
    ],
    ["an unread instance", "not-found", "source.instanceId", { source: { instanceId: "i-9" } }],
    ["an unread function", "not-found", "source.functionName", { source: { functionName: "nobody" } }],
    [
      "an unread function to reach",
      "not-found",
      "destination.functionName",
      { destination: { functionName: "nobody" } },
    ],
    [
      "an unread database",
      "not-found",
      "destination.dbInstanceIdentifier",
      { destination: { dbInstanceIdentifier: "nothing" } },
    ],
    [
      "an unread cache",
      "not-found",
      "destination.cacheClusterId",
      { destination: { cacheClusterId: "nothing" } },
    ],
    [
      "an unread load balancer",
      "not-found",
      "destination.loadBalancerArn",
      { destination: { loadBalancerArn: "arn:nothing" } },
    ],
    ["a name of two functions", "ambiguous", "source.functionName", { source: { functionName: "orders" } }],
    [
      "a name of two functions to reach",
      "ambiguous",
      "destination.functionName",
      { destination: { functionName: "orders" } },
    ],
    [
      "a name of two databases",
      "ambiguous",
      "destination.dbInstanceIdentifier",
      { destination: { dbInstanceIdentifier: "orders-db" } },
    ],
  ])("is refused with the field that is wrong: %s", (_what, code, field, flow) => {
    const { code: given, field: named, candidates } = refusal(flow);
    expect([given, named]).toEqual([code, field]);
    expect(candidates.length).toBe(code === "ambiguous" ? 2 : 0);
  });
});

it("a name that several have is refused with what each of them is called", () => {
  const functions = ["eu-west-1", "us-east-1"].map((region) => functionArn("orders", undefined, region));
  expect(refusal({ source: { functionName: "orders" } }).candidates).toEqual(functions);
  expect(refusal({ destination: { functionName: "orders" } }).candidates).toEqual(functions);
  expect(refusal({ destination: { dbInstanceIdentifier: "orders-db" } }).candidates).toEqual(
    ["eu-west-1", "us-east-1"].map((region) => `arn:aws:rds:${region}:111122223333:db:orders-db`),
  );
});

describe("a question about what is in no VPC", () => {
  const idle = buildNetwork({
    captures: [
      aFullCapture({
        Vpcs: [aVpc()],
        Subnets: [aSubnet()],
        NetworkInterfaces: [
          aNetworkInterface({ NetworkInterfaceId: "eni-1" }),
          { NetworkInterfaceId: "eni-none" },
        ],
        Reservations: [{ Instances: [{ InstanceId: "i-gone", State: { Name: "terminated" } }] }],
      }),
    ],
  });

  it.each<[what: string, flow: Partial<Flow>]>([
    ["a terminated instance that sends", { source: { instanceId: "i-gone" } }],
    ["a terminated instance to reach", { destination: { instanceId: "i-gone" } }],
  ])("is answered: nothing gets through from or to it (%s)", (_what, flow) => {
    const { verdict, traces } = evaluateFlow(idle, { ...good, ...flow });
    expect(verdict).toBe("unreachable");
    expect(traces.flatMap(({ explanations }) => explanations.map(({ code }) => code))).toContain(
      "UNASSOCIATED_COMPONENT",
    );
  });

  it.each<[what: string, flow: Partial<Flow>]>([
    ["that sends", { source: { networkInterfaceId: "eni-none" } }],
    ["to reach", { destination: { networkInterfaceId: "eni-none" } }],
  ])("is not known where an interface, which always is in one, was told without it: %s", (_what, flow) => {
    expect(evaluateFlow(idle, { ...good, ...flow }).verdict).toBe("unknown");
  });
});
