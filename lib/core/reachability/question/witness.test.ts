import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import { answerOf } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const traceOf = (...question: Parameters<typeof answerOf>) => answerOf(...question).traces[0];
const neighbour = (NetworkInterfaceId: string, SubnetId: string, PrivateIpAddress: string) => ({
  NetworkInterfaces: [
    aNetworkInterface({ NetworkInterfaceId, SubnetId, PrivateIpAddress, Groups: [{ GroupId: "sg-1" }] }),
  ],
});

describe("the packet shown of a block", () => {
  it("that is reached goes to somebody", () => {
    const network = together(openVpc(1), neighbour("eni-11", "subnet-1b", "10.1.2.11"));
    const trace = traceOf(network, { destination: { cidr: "10.1.2.10/31" } });
    expect([trace?.verdict, trace?.witness?.destinationAddress]).toEqual(["reachable", "10.1.2.10"]);
  });

  it.each([
    ["10.1.2.8/30", "10.1.2.8", "10.1.2.8/31"],
    ["10.1.2.10/31", "10.1.2.11", "10.1.2.11"],
  ])("%s of which some is nobody's goes there, and the answer says so", (cidr, address, free) => {
    const trace = traceOf(openVpc(1), { destination: { cidr } });
    expect([trace?.verdict, trace?.witness?.destinationAddress]).toEqual(["unreachable", address]);
    expect(trace?.explanations.map(({ message }) => message)).toEqual([
      `No network interface in subnet-1b has ${free}.`,
    ]);
  });

  it("of a VPC whose interfaces were not read may go to whoever is there", () => {
    const asked = { destination: { cidr: "10.1.2.8/30" }, source: { cidr: "10.1.1.10/32" } };
    const trace = traceOf(openVpc(1), asked, ["DescribeNetworkInterfaces"]);
    expect([trace?.verdict, trace?.witness?.destinationAddress]).toEqual(["unknown", "10.1.2.8"]);
  });
});

describe("the packet shown of what has no interface yet", () => {
  const sourceOf = (network: Parameters<typeof answerOf>[0], CidrBlock: string) => {
    const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
    const destination = { cidr: "10.1.2.10/32" };
    const subnets = (network.Subnets ?? []).map((one) =>
      one.SubnetId === "subnet-1a" ? { ...one, CidrBlock } : one,
    );
    return traceOf({ ...network, Subnets: subnets }, { source: { connection }, destination })?.witness
      ?.sourceAddress;
  };

  it("comes from an address that it may get: none that AWS keeps, none that somebody has", () => {
    expect(sourceOf(openVpc(1), "10.1.1.0/24")).toBe("10.1.1.4");
    expect(sourceOf(together(openVpc(1), neighbour("eni-4", "subnet-1a", "10.1.1.4")), "10.1.1.0/24")).toBe(
      "10.1.1.5",
    );
    expect(sourceOf(openVpc(1), "10.1.1.8/29")).toBe("10.1.1.12");
  });

  it("comes from the last of a subnet that is full", () => {
    const full = ["12", "13", "14"].map((host) => neighbour(`eni-${host}`, "subnet-1a", `10.1.1.${host}`));
    expect(sourceOf(together(openVpc(1), ...full), "10.1.1.8/29")).toBe("10.1.1.15");
  });

  it("may come from IPv6 too", () => {
    const connection = {
      subnetIds: ["subnet-1a"],
      securityGroupIds: ["sg-1"],
      ipv6AllowedForDualStack: true,
    };
    const destination = { cidr: "2600:1f18:100:2::10/128" };
    const trace = traceOf(openVpc(1), { source: { connection }, destination });
    expect(trace?.witness?.sourceAddress).toBe("2600:1f18:100:1::4");
  });
});

it("the packet shown to a service whose addresses were not read names no address", () => {
  const network = together(
    openVpc(1, {
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
    }),
    {
      InternetGateways: [anInternetGateway()],
      VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
    },
  );
  const trace = traceOf(network, { destination: { service: "sqs" } });
  expect([trace?.verdict, trace?.witness?.destinationAddress]).toEqual(["reachable", null]);
});
