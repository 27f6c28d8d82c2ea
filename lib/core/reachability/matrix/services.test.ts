import { describe, expect, it } from "vitest";
import type { Resources } from "@/lib/core/network/resources";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { networkWithout } from "../testing/ask-network.test-builder";
import { evaluateMatrix } from "./evaluate-matrix";
import { rows } from "./rows.test-builder";

const NAMES_ON = { EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } };

it("a service is where the asker's own VPC has it", () => {
  const network = networkWithout(
    together(openVpc(1), openVpc(2), {
      VpcAttributes: ["vpc-1", "vpc-2"].map((VpcId) => ({ VpcId, ...NAMES_ON })),
      VpcEndpoints: [aVpcEndpoint({ SubnetIds: ["subnet-1b"], Groups: [{ GroupId: "sg-1" }] })],
    }),
    [],
  );
  const targets = ["secretsmanager", "sqs"].map((service) => ({
    destination: { service },
    protocol: "tcp" as const,
    port: 443,
  }));
  const sources = ["eni-1a", "eni-2a"].map((networkInterfaceId) => ({ networkInterfaceId }));
  expect(evaluateMatrix(network, sources, targets)).toEqual([
    ["reachable", "unreachable"],
    ["unreachable", "unreachable"],
  ]);
});

describe("what a matrix remembers of the internet at large", () => {
  const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
  const asked = [{ internet: true as const }, { service: "sqs" }, { service: "s3" }];
  const orders = [asked, [...asked].reverse()];
  const verdictsOf = (resources: Resources) =>
    orders.map((order) => {
      const [row = []] = rows(networkWithout(resources, []), ["eni-1a"], order);
      return order === asked ? row : [...row].reverse();
    });
  const online = (vpc: object = {}) =>
    together(
      openVpc(1, { vpc, routes: [TO_INTERNET], a: { eni: { Association: { PublicIp: "203.0.113.50" } } } }),
      { InternetGateways: [anInternetGateway()] },
    );
  const servers = (Value: string) => ({
    DhcpOptions: [
      {
        DhcpOptionsId: "dopt-1",
        DhcpConfigurations: [{ Key: "domain-name-servers", Values: [{ Value }] }],
      },
    ],
  });

  it.each([
    [
      "whose name is resolved",
      together(online(), { VpcAttributes: [{ VpcId: "vpc-1", ...NAMES_ON }] }),
      "reachable",
    ],
    [
      "whose name is not",
      together(online(), { VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: false } }] }),
      "unreachable",
    ],
    [
      "whose name a server is asked for that is not reached",
      together(online({ DhcpOptionsId: "dopt-1" }), servers("192.168.1.1")),
      "unreachable",
    ],
  ] as const)("says of a service what holds of one %s", (_, resources, verdict) => {
    for (const row of verdictsOf(resources)) expect(row).toEqual(["reachable", verdict, verdict]);
  });

  it("says nothing of a service that a gateway endpoint takes, though its addresses were not read", () => {
    const network = together(
      openVpc(1, { routes: [{ DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" }] }),
      {
        VpcAttributes: [{ VpcId: "vpc-1", ...NAMES_ON }],
        ManagedPrefixLists: [{ PrefixListId: "pl-s3", PrefixListName: "com.amazonaws.eu-west-1.s3" }],
        VpcEndpoints: [
          aVpcEndpoint({
            VpcEndpointId: "vpce-s3",
            VpcEndpointType: "Gateway",
            ServiceName: "com.amazonaws.eu-west-1.s3",
          }),
        ],
      },
    );
    for (const row of verdictsOf(network)) expect(row).toEqual(["unreachable", "unreachable", "reachable"]);
  });
});
