import { describe, expect, it } from "vitest";
import { aDbInstance } from "@/lib/testing/builders/destinations";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import type { answerOf } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";
import { tcp, traceOf } from "./one-trace.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" } };

describe("the packet that an answer shows", () => {
  const witness = (...question: Parameters<typeof answerOf>) => traceOf(...question)?.witness;

  it("passes where all do, from a port that Linux uses", () => {
    expect(witness(openVpc(1), { ...B, protocol: "tcp", port: { from: 440, to: 450 } })).toEqual({
      protocol: 6,
      sourceAddress: "10.1.1.10",
      sourcePort: 49152,
      destinationAddress: "10.1.2.10",
      destinationPort: 440,
    });
  });

  it("does not pass where some do not", () => {
    const network = openVpc(1, { inbound: [tcp(440, 444)] });
    const asked = { ...B, protocol: "tcp" as const, port: { from: 440, to: 450 } };
    expect(witness(network, asked)).toMatchObject({ destinationPort: 445 });
    expect(witness(network, { ...B, protocol: "all" })).toMatchObject({
      protocol: 6,
      destinationPort: 0,
    });
  });

  it("is sent from a port that the asker names", () => {
    const asked = { ...B, protocol: "udp" as const, port: 53, sourcePort: { from: 2000, to: 2100 } };
    expect(witness(openVpc(1), asked)).toMatchObject({ protocol: 17, sourcePort: 2000, destinationPort: 53 });
  });

  it("is a message of ICMP, or has no more than a protocol", () => {
    const icmp = { ...B, protocol: "icmp" as const, icmp: { type: 3, code: 4 } };
    expect(witness(openVpc(1), icmp)).toEqual({
      protocol: 1,
      sourceAddress: "10.1.1.10",
      destinationAddress: "10.1.2.10",
      icmp: { type: 3, code: 4 },
    });
    expect(witness(openVpc(1), { ...B, protocol: 50 })).toEqual({
      protocol: 50,
      sourceAddress: "10.1.1.10",
      destinationAddress: "10.1.2.10",
    });
  });

  it("goes to a well-known address of the internet, or to the first of a block", () => {
    const network = together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      { InternetGateways: [anInternetGateway()] },
    );
    const to = (destination: Parameters<typeof answerOf>[1]["destination"]) =>
      witness(network, { destination })?.destinationAddress;
    expect(to({ internet: true })).toBe("1.1.1.1");
    expect(to({ cidr: "1.0.0.0/8" })).toBe("1.1.1.1");
    expect(to({ cidr: "8.8.8.0/24" })).toBe("8.8.8.0");
    expect(to({ cidr: "1.1.1.2/31" })).toBe("1.1.1.2");
    expect(to({ cidr: "1.1.1.0/32" })).toBe("1.1.1.0");
  });

  it.each(["10.1.2.10", "10.1.2.11"])("is of the part that fails: to %s, which a rule stops", (stopped) => {
    const deny = anEntry({ RuleNumber: 10, Egress: true, RuleAction: "deny", CidrBlock: `${stopped}/32` });
    const neighbour = aNetworkInterface({
      NetworkInterfaceId: "eni-11",
      SubnetId: "subnet-1b",
      PrivateIpAddress: "10.1.2.11",
    });
    const network = together(openVpc(1, { a: { entries: [deny, anEntry({}), anEntry({ Egress: true })] } }), {
      NetworkInterfaces: [neighbour],
    });
    const trace = traceOf(network, { destination: { cidr: "10.1.2.10/31" } });
    expect(trace?.witness?.destinationAddress).toBe(stopped);
    const own = stopped === "10.1.2.10" ? "eni-1b" : "eni-11";
    expect(trace?.forward.at(-1)?.resourceId).toBe(own);
    expect(trace?.explanations.map(({ code }) => code)).toEqual(["SUBNET_ACL_RESTRICTION"]);
  });
});

it("what has no interface yet is shown by what it is: a function, or something else", () => {
  const network = together(openVpc(1), {
    VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
    DBInstances: [
      aDbInstance({ DBSubnetGroup: { VpcId: "vpc-1", Subnets: [{ SubnetIdentifier: "subnet-1b" }] } }),
    ],
  });
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const trace = traceOf(network, {
    source: { connection },
    destination: { dbInstanceIdentifier: "orders-db" },
  });
  const ends = [trace?.forward[0], trace?.forward.at(-1), trace?.return[0], trace?.return.at(-1)];
  expect(ends.map((hop) => [hop?.kind, hop?.resourceId])).toEqual([
    ["function", "the new connection"],
    ["other", "orders-db"],
    ["other", "orders-db"],
    ["function", "the new connection"],
  ]);
});

it("a route table on the way is shown with the route that takes the packet", () => {
  const trace = traceOf(openVpc(1), B);
  expect(trace?.forward.map(({ kind, resourceId, detail }) => [kind, resourceId, detail])).toEqual([
    ["network-interface", "eni-1a", undefined],
    ["subnet", "subnet-1a", undefined],
    ["route-table", "rtb-1", "10.1.0.0/16 → local"],
    ["vpc", "vpc-1", undefined],
    ["subnet", "subnet-1b", undefined],
    ["network-interface", "eni-1b", undefined],
  ]);
  expect(trace?.forward.filter((hop) => "detail" in hop).map(({ resourceId }) => resourceId)).toEqual([
    "rtb-1",
  ]);
});
