import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aFunction } from "@/lib/testing/builders/functions";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, mixed, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

/** What Lambda made for the connection: two interfaces, the later id first, as it does under load. */
const interfaceOf = (id: string, PrivateIpAddress: string, own: object = {}) =>
  aLambdaInterface({
    NetworkInterfaceId: id,
    VpcId: "vpc-1",
    SubnetId: "subnet-1a",
    PrivateIpAddress,
    Groups: [{ GroupId: "sg-1" }],
    ...own,
  });
const NetworkInterfaces = [interfaceOf("eni-9", "10.1.1.90"), interfaceOf("eni-3", "10.1.1.30")];
const source = { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } };
const B = { source, destination: { networkInterfaceId: "eni-1b" } };

const lettingIn = (CidrIp: string): Permission[] => [{ IpProtocol: "-1", IpRanges: [{ CidrIp }] }];

describe("several interfaces that Lambda made for one connection", () => {
  it.each([
    ["10.1.1.0/24", REACHABLE],
    ["10.1.1.90/32", mixed("ENI_SG_RULES_MISMATCH")],
    ["10.1.1.30/32", mixed("ENI_SG_RULES_MISMATCH")],
    ["10.9.0.0/16", unreachable("ENI_SG_RULES_MISMATCH")],
  ])("send in turn, where the receiver lets in %s", (cidr, answer) => {
    const network = together({ NetworkInterfaces }, openVpc(1, { inbound: lettingIn(cidr) }));
    expect(ask(network, B)).toEqual(answer);
    const reversed = together(
      { NetworkInterfaces: [...NetworkInterfaces].reverse() },
      openVpc(1, { inbound: lettingIn(cidr) }),
    );
    expect(answerOf(reversed, B)).toEqual(answerOf(network, B));
  });

  it("are told by the first of them", () => {
    const { traces } = answerOf(together({ NetworkInterfaces }, openVpc(1)), B);
    expect(traces).toMatchObject([{ networkInterfaceId: "eni-3", subnetId: "subnet-1a" }]);
  });
});

describe("a public address that somebody gave to one of them by hand", () => {
  const isPublic = {
    Association: { PublicIp: "203.0.113.50" },
    Ipv6Addresses: [{ Ipv6Address: "2600:1f18:100:1::77" }],
  };
  const network = (...interfaces: ReturnType<typeof interfaceOf>[]) =>
    together(
      { NetworkInterfaces: interfaces, InternetGateways: [anInternetGateway()] },
      openVpc(1, { routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }] }),
    );
  const out = { source, destination: { cidr: "8.8.8.8/32" } };
  const BLOCKED = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";
  const third = interfaceOf("eni-5", "10.1.1.50", isPublic);

  it("is of no use to the others, so that the internet is reached now and then", () => {
    expect(ask(network(...NetworkInterfaces), out)).toEqual(unreachable(BLOCKED));
    expect(ask(network(...NetworkInterfaces, third), out)).toEqual(mixed(BLOCKED));
    expect(ask(network(interfaceOf("eni-3", "10.1.1.30"), third), out)).toEqual(mixed(BLOCKED));
    expect(ask(network(third), out)).toEqual(REACHABLE);
  });
});

describe("an interface that Lambda made", () => {
  const one = { NetworkInterfaces: [interfaceOf("eni-3", "10.1.1.30")] };

  it("may get an IPv6 address of its subnet once the connection allows that", () => {
    const destination = { cidr: "2600:1f18:100:2::10/128" };
    const dual = { connection: { ...source.connection, ipv6AllowedForDualStack: true } };
    expect(ask(together(one, openVpc(1)), { source: dual, destination })).toEqual(REACHABLE);
    expect(ask(together(one, openVpc(1)), { source, destination })).toEqual(
      unreachable("LAMBDA_IPV6_NOT_ALLOWED"),
    );
  });

  it("stands for itself where its subnet was not read", () => {
    const { traces, verdict } = answerOf(together(one, openVpc(1)), B, ["DescribeSubnets"]);
    expect(verdict).toBe("reachable");
    expect(traces).toMatchObject([{ networkInterfaceId: "eni-3" }]);
    const dual = { connection: { ...source.connection, ipv6AllowedForDualStack: true } };
    expect(ask(together(one, openVpc(1)), { ...B, source: dual }, ["DescribeSubnets"])).toEqual(REACHABLE);
  });

  it("is in the VPC of its subnet where a recording leaves out its own", () => {
    const untold = { NetworkInterfaces: [interfaceOf("eni-3", "10.1.1.30", { VpcId: undefined })] };
    const network = together(untold, openVpc(1));
    expect(answerOf(network, B).traces).toMatchObject([{ networkInterfaceId: "eni-3" }]);
    expect(ask(network, B)).toEqual(REACHABLE);
  });

  it("counts for nothing where neither its VPC nor its subnet was read", () => {
    const untold = { NetworkInterfaces: [interfaceOf("eni-3", "10.1.1.30", { VpcId: undefined })] };
    const network = together(untold, openVpc(1), {
      Functions: [
        aFunction({ VpcConfig: { VpcId: "vpc-1", SubnetIds: ["subnet-1a"], SecurityGroupIds: ["sg-1"] } }),
      ],
    });
    expect(ask(network, B, ["DescribeSubnets"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    const toFunction = { ...B, destination: { functionName: "orders" } };
    expect(ask(network, toFunction, ["DescribeSubnets"])).toEqual(unreachable("LAMBDA_ACCEPTS_NO_INBOUND"));
  });

  it("is unknown with its subnet where neither was read", () => {
    const asked = { ...B, destination: { cidr: "10.1.2.10/32" } };
    expect(ask(openVpc(1), asked, ["DescribeSubnets", "DescribeNetworkInterfaces"])).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });
});
