import { describe, expect, it } from "vitest";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { aReservation } from "@/lib/testing/builders/destinations";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import type { Resources } from "../../network/resources";
import { answerOf, ask, mixed, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together, type Permission } from "../cases/open-vpc.test-builder";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";

describe("IPv6 of a function", () => {
  const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
  const to6 = { destination: { cidr: "2600:1f18:100:2::10/128" } };
  const OWN = "2600:1f18:100:1::99";
  const NOT_ALLOWED = unreachable("LAMBDA_IPV6_NOT_ALLOWED");

  it("is sent where it is allowed and every subnet has a range of it", () => {
    const allowed = { ...connection, ipv6AllowedForDualStack: true };
    expect(ask(openVpc(1), { ...to6, source: { connection: allowed } })).toEqual(REACHABLE);
    expect(ask(openVpc(1), { ...to6, source: { connection } })).toEqual(NOT_ALLOWED);
    const one = openVpc(1, { b: { subnet: { Ipv6CidrBlockAssociationSet: [] } } });
    const lost = [
      { Ipv6CidrBlock: "2600:1f18:100:1::/64", Ipv6CidrBlockState: { State: "disassociated" } },
    ] as const;
    const without = openVpc(1, { a: { subnet: { Ipv6CidrBlockAssociationSet: [...lost] } } });
    expect(ask(without, { ...to6, source: { connection: allowed } })).toEqual(NOT_ALLOWED);
    const inBoth = { ...allowed, subnetIds: ["subnet-1a", "subnet-1b"] };
    expect(ask(one, { ...to6, source: { connection: inBoth } })).toEqual(NOT_ALLOWED);
  });

  it("is sent from the address that its interface has already", () => {
    const eni = aLambdaInterface({ Groups: [{ GroupId: "sg-1" }], Ipv6Addresses: [{ Ipv6Address: OWN }] });
    const { InterfaceType, Description, Groups, Ipv6Addresses } = eni;
    const network = openVpc(1, { a: { eni: { InterfaceType, Description, Groups, Ipv6Addresses } } });
    const source = { connection: { ...connection, ipv6AllowedForDualStack: true } };
    const { traces } = answerOf(network, { ...to6, source });
    expect(traces.map(({ witness }) => witness?.sourceAddress)).toEqual([OWN]);
  });

  it("is sent or not, which is not known where its subnets were not read, whatever address it has", () => {
    const made = (Ipv6Addresses: { Ipv6Address: string }[]) => {
      const { InterfaceType, Description } = aLambdaInterface();
      return openVpc(1, { a: { eni: { InterfaceType, Description, Ipv6Addresses } } });
    };
    const from = (subnetIds: string[], ipv6AllowedForDualStack: boolean) => ({
      ...to6,
      source: { connection: { ...connection, subnetIds, ipv6AllowedForDualStack } },
    });
    const unread = ["DescribeSubnets"] as const;
    const UNREAD = unknown("NOT_EVALUATED_UNREAD");
    for (const own of [[{ Ipv6Address: OWN }], []])
      expect(ask(made(own), from(["subnet-1a"], true), unread)).toEqual(UNREAD);
    expect(ask(made([{ Ipv6Address: OWN }]), from(["subnet-1a"], false), unread)).toEqual(NOT_ALLOWED);
    // One subnet without it is enough.
    const { Subnets = [], ...rest } = openVpc(1, { a: { subnet: { Ipv6CidrBlockAssociationSet: [] } } });
    const one = { ...rest, Subnets: Subnets.slice(0, 1) };
    expect(ask(one, from(["subnet-1a", "subnet-1b"], true)).codes).toContain("LAMBDA_IPV6_NOT_ALLOWED");
  });

  it("is not sent from a subnet without a range of it, as an interface without an address sends none", () => {
    const none = openVpc(1, {
      a: { subnet: { Ipv6CidrBlockAssociationSet: [] }, eni: { Ipv6Addresses: [] } },
    });
    expect(ask(none, { ...to6, source: { connection } })).toEqual(NOT_ALLOWED);
    expect(ask(none, to6)).toEqual(unreachable("UNASSOCIATED_COMPONENT"));
  });
});

describe("a published version", () => {
  const inSubnet = (subnetId: string) => ({
    VpcConfig: { VpcId: "vpc-1", SubnetIds: [subnetId], SecurityGroupIds: ["sg-1"] },
  });
  const arn = functionArn("orders");
  const network = together(openVpc(1), {
    Functions: [
      aFunction(inSubnet("subnet-1a")),
      aFunction({ ...inSubnet("subnet-1b"), Version: "7", FunctionArn: `${arn}:7` }),
    ],
  });
  const destination = { cidr: "10.1.2.10/32" };

  it.each([
    ["orders", "subnet-1a"],
    [arn, "subnet-1a"],
    [`${arn}:$LATEST`, "subnet-1a"],
    [`${arn}:7`, "subnet-1b"],
    ["orders:7", "subnet-1b"],
  ])("sends from the subnets that it was published with: %s", (functionName, subnetId) => {
    const { traces } = answerOf(network, { source: { functionName }, destination });
    expect(traces.map((trace) => trace.subnetId)).toEqual([subnetId]);
  });

  it("is not guessed from an alias, and the answer says what to name instead", () => {
    for (const functionName of ["orders:live", `${arn}:live`]) {
      expect(() => answerOf(network, { source: { functionName }, destination })).toThrow(
        `Which version the alias ${functionName} stands for is not read: name the version, or the function alone`,
      );
    }
  });

  it("is not answered for where it was not read", () => {
    const source = { functionName: `${arn}:8` };
    expect(() => answerOf(network, { source, destination })).toThrow(
      `${arn}:8 is not among the functions read.`,
    );
  });
});

describe("a function in no VPC", () => {
  const publicVpc = openVpc(1, { vpc: { CidrBlock: "44.1.0.0/16", CidrBlockAssociationSet: [] } });
  const network = together(publicVpc, { Functions: [aFunction({ VpcConfig: undefined })] });
  const source = { functionName: "orders" };

  it.each([
    ["a public address", "8.8.8.8/32", REACHABLE],
    ["a private address", "10.1.2.10/32", unreachable("DISCONNECTED_VPCS")],
    ["an address of a VPC that took public ones", "44.1.1.10/32", unreachable("DISCONNECTED_VPCS")],
    ["an IPv6 address", "2001:4860:4860::8888/128", unreachable("LAMBDA_IPV6_NOT_ALLOWED")],
  ])("reaches or not %s", (_, cidr, answer) => {
    expect(ask(network, { source, destination: { cidr } })).toEqual(answer);
  });
});

it("a function of which no group was told sends by groups that are not known", () => {
  const VpcConfig = { VpcId: "vpc-1", SubnetIds: ["subnet-1a"], SecurityGroupIds: [] };
  const network = together(openVpc(1), { Functions: [aFunction({ VpcConfig })] });
  const asked = { source: { functionName: "orders" }, destination: { networkInterfaceId: "eni-1b" } };
  expect(ask(network, asked)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});

describe("a function in no VPC, and what has a public address in one", () => {
  const source = { functionName: "orders" };
  const PUBLIC = { Association: { PublicIp: "203.0.113.60" } };
  const at = (inbound?: Permission[], own: Resources = { InternetGateways: [anInternetGateway()] }) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        ...(inbound && { inbound }),
        b: { eni: { ...PUBLIC, Attachment: { InstanceId: "i-b" } } },
      }),
      { Functions: [aFunction({ VpcConfig: undefined })] },
      { Reservations: [aReservation({ InstanceId: "i-b" })] },
      own,
    );
  const destinations = [{ cidr: "203.0.113.60/32" }, { networkInterfaceId: "eni-1b" }, { instanceId: "i-b" }];

  it.each(destinations)("are asked about as from the internet: %j", (destination) => {
    const asked = { source, destination };
    expect(ask(at(), asked)).toEqual(REACHABLE);
    expect(ask(at([]), asked)).toEqual(unreachable("SG_HAS_NO_RULES"));
    const InternetGateways = [anInternetGateway({ Attachments: [] })];
    expect(ask(at(undefined, { InternetGateways }), asked)).toEqual(unreachable("DISCONNECTED_VPCS"));
    expect(ask(at(undefined, {}), asked)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    expect(ask(at(), { ...asked, protocol: "icmp" })).toEqual(unreachable("PROTOCOL_RESTRICTION"));
    expect(ask(at(), { ...asked, protocol: "all" })).toEqual(mixed("PROTOCOL_RESTRICTION"));
    const [trace] = answerOf(at(), asked).traces;
    expect(trace?.forward[0]).toEqual({ kind: "internet", resourceId: "internet" });
    expect(trace?.notEvaluated.map(({ code }) => code)).toEqual(["NOT_ATTACHED_TO_A_VPC"]);
    const targets = [{ destination, protocol: "tcp" as const, port: 443 }];
    expect(evaluateMatrix(networkWithout(at([]), []), [source], targets)).toEqual([["unreachable"]]);
  });

  it("do not meet where that is not the address asked about, nor at one that nobody read has", () => {
    const to = (cidr: string) => ({ source, destination: { cidr } });
    expect(ask(at([]), to("10.1.2.10/32"))).toEqual(unreachable("DISCONNECTED_VPCS"));
    expect(ask(at([]), { source, destination: { networkInterfaceId: "eni-1a" } })).toEqual(
      unreachable("DISCONNECTED_VPCS"),
    );
    expect(ask(at([]), to("203.0.113.61/32"))).toEqual(REACHABLE);
  });
});

describe("what is told to be allowed", () => {
  const allowedBy = (FromPort: number, ToPort: number) => {
    const inbound = [{ IpProtocol: "icmp", FromPort, ToPort, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
    const { traces } = answerOf(openVpc(1, { inbound }), { destination: { cidr: "10.1.2.10/32" } });
    return traces.flatMap(({ allowed = [] }) => allowed);
  };

  it("are types of ICMP, with the code where not every code of it is", () => {
    expect(allowedBy(3, -1)).toEqual([{ protocol: "icmp", icmpTypes: [{ type: 3, code: null }] }]);
    expect(allowedBy(3, 4)).toEqual([{ protocol: "icmp", icmpTypes: [{ type: 3, code: 4 }] }]);
    expect(allowedBy(-1, -1)).toEqual([{ protocol: "icmp" }]);
  });
});
