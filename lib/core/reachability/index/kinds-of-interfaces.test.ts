import { describe, expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" } };
const withB = (eni: object) => openVpc(1, { b: { eni } });

describe("an interface that accepts no connections", () => {
  it.each([
    ["a NAT gateway's, by its type", "nat_gateway", "", "NAT_GATEWAY_ACCEPTS_NO_INBOUND"],
    ["a NAT gateway's, as the SDK spells it", "natGateway", "", "NAT_GATEWAY_ACCEPTS_NO_INBOUND"],
    ["a regional NAT gateway's", "regional_nat_gateway", "", "NAT_GATEWAY_ACCEPTS_NO_INBOUND"],
    [
      "a NAT gateway's, by its description",
      undefined,
      "Interface for NAT Gateway nat-1",
      "NAT_GATEWAY_ACCEPTS_NO_INBOUND",
    ],
    ["a transit gateway's, by its type", "transit_gateway", "", "NO_POSSIBLE_DESTINATION"],
    [
      "a transit gateway's, by its description",
      undefined,
      "Network Interface for Transit Gateway Attachment tgw-attach-1",
      "NO_POSSIBLE_DESTINATION",
    ],
    ["a function's", "lambda", "", "LAMBDA_ACCEPTS_NO_INBOUND"],
  ] as const)("is %s", (_, InterfaceType, Description, code) => {
    expect(ask(withB({ InterfaceType, Description }), B)).toEqual(unreachable(code));
  });

  it("is told with the NAT gateway whose interface it is", () => {
    const network = together(withB({ InterfaceType: "nat_gateway" }), {
      NatGateways: [
        aNatGateway({ SubnetId: "subnet-1b", NatGatewayAddresses: [{ NetworkInterfaceId: "eni-1b" }] }),
      ],
    });
    const explanations = answerOf(network, B).traces.flatMap((trace) => trace.explanations);
    expect(explanations).toMatchObject([{ code: "NAT_GATEWAY_ACCEPTS_NO_INBOUND", resourceId: "nat-1" }]);
  });
});

describe("an interface of an endpoint", () => {
  it.each([
    ["by its type", { InterfaceType: "vpc_endpoint" }],
    ["by its description", { InterfaceType: undefined, Description: "VPC Endpoint Interface vpce-1" }],
  ] as const)("takes TCP and UDP only: told %s", (_, own) => {
    const VpcEndpoints = [
      { VpcEndpointId: "vpce-1", State: "Available" as const, NetworkInterfaceIds: ["eni-1b"] },
    ];
    const network = together(withB(own), { VpcEndpoints });
    expect(ask(network, B)).toEqual(REACHABLE);
    expect(ask(network, { ...B, protocol: "icmp" })).toEqual(unreachable("PROTOCOL_RESTRICTION"));
    // Whether an endpoint that is not among those read works is not known.
    expect(ask(withB(own), B)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

describe("an interface of a load balancer", () => {
  it.each([
    ["by its type", { InterfaceType: "network_load_balancer" }],
    ["by the type of older ones", { InterfaceType: "load_balancer" }],
    ["by its description", { Description: "ELB app/shop/50dc6c495c0c9188" }],
  ] as const)("listens to what is not known without its load balancer: told %s", (_, own) => {
    expect(ask(withB(own), B)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

describe("an interface of a prefix", () => {
  const prefixes = withB({ Ipv4Prefixes: [{ Ipv4Prefix: "10.1.2.64/28" }, {}] });

  it("has every address of it", () => {
    expect(ask(prefixes, { destination: { cidr: "10.1.2.70/32" } })).toEqual(REACHABLE);
    expect(ask(prefixes, { destination: { cidr: "10.1.2.64/28" } })).toEqual(REACHABLE);
    expect(ask(prefixes, { destination: { cidr: "10.1.2.64/27" } })).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
    expect(ask(prefixes, { destination: { cidr: "10.1.2.80/32" } })).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
  });
});

describe("what a recording leaves out", () => {
  it("of an interface, its state, does not count against it", () => {
    expect(ask(withB({ Status: undefined }), B)).toEqual(REACHABLE);
  });

  it("of a subnet, its VPC, makes it nobody's place", () => {
    const network = openVpc(1, { b: { subnet: { VpcId: undefined } } });
    const connection = { subnetIds: ["subnet-1b"], securityGroupIds: ["sg-1"] };
    const asked = { source: { connection }, destination: { networkInterfaceId: "eni-1a" } };
    expect(ask(network, asked)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    // Nor is it known what its interface, which tells a VPC, answers by.
    expect(ask(network, { destination: { cidr: "10.1.2.10/32" } })).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it("of an internet gateway, its attachments, makes it none of the VPC's", () => {
    const routes = [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }];
    const network = together(
      openVpc(1, { routes, b: { eni: { Association: { PublicIp: "203.0.113.60" } } } }),
      { InternetGateways: [{ InternetGatewayId: "igw-1" }] },
    );
    const asked = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1b" } };
    expect(ask(network, asked)).toMatchObject({ verdict: "unreachable" });
    expect(ask(network, asked, ["DescribeInternetGateways"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});
