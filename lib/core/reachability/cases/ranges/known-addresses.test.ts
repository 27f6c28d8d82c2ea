import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together, type Permission } from "../open-vpc.test-builder";

const TO_INTERNET = [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }];
const MISMATCH = unreachable("ENI_SG_RULES_MISMATCH");
const ANYBODY: Permission[] = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
const CONNECTION = { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } };

describe("a range that holds public addresses of what is known", () => {
  const receiver = (inbound: Permission[]) =>
    together(
      openVpc(1, { routes: TO_INTERNET, a: { eni: { Association: { PublicIp: "203.0.113.6" } } } }),
      openVpc(2, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-2" }],
        inbound,
        a: { eni: { Association: { PublicIp: "203.0.113.64" } } },
        b: { eni: { Association: { PublicIp: "203.0.113.65" } } },
      }),
      {
        InternetGateways: [
          anInternetGateway(),
          anInternetGateway({
            InternetGatewayId: "igw-2",
            Attachments: [{ VpcId: "vpc-2", State: "attached" }],
          }),
        ],
      },
    );
  const wide = { destination: { cidr: "203.0.113.64/28" } };

  it("is reached where they are", () => {
    expect(ask(receiver(ANYBODY), wide)).toEqual(REACHABLE);
    expect(ask(receiver([]), wide)).toEqual(unreachable("SG_HAS_NO_RULES"));
  });

  it("is asked about one by one from outside: nobody knows who has the rest", () => {
    const outside = { source: { cidr: "8.8.4.4/32" } };
    const both = { destination: { cidr: "203.0.113.64/31" } };
    expect(ask(receiver(ANYBODY), { ...wide, ...outside })).toEqual(unknown("UNKNOWN_DESTINATION"));
    expect(ask(receiver(ANYBODY), { ...both, ...outside })).toEqual(REACHABLE);
    expect(ask(receiver([]), { ...wide, ...outside }).verdict).toBe("unreachable");
  });
});

describe("a range of private addresses that is asked for from a data centre", () => {
  const asked = { source: { cidr: "192.168.7.7/32" }, destination: { cidr: "10.1.2.8/29" } };

  it("is not known to be reached, but for what is known there and refuses it", () => {
    const routes = [{ DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vgw-1" }];
    expect(ask(openVpc(1, { routes }), asked).verdict).toBe("unknown");
    expect(ask(openVpc(1, { routes, inbound: [] }), asked).verdict).toBe("unreachable");
    // An interface that is in no VPC is nobody.
    const stray = { NetworkInterfaces: [{ NetworkInterfaceId: "eni-0", PrivateIpAddress: "10.1.2.9" }] };
    expect(ask(together(openVpc(1, { routes }), stray), asked).verdict).toBe("unknown");
  });

  it("is one question where it holds too many", () => {
    const NetworkInterfaces = Array.from({ length: 300 }, (_, n) => ({
      NetworkInterfaceId: `eni-${n}`,
      VpcId: "vpc-1",
      SubnetId: "subnet-1a",
      PrivateIpAddress: `10.1.${3 + Math.floor(n / 200)}.${n % 200}`,
      Groups: [{ GroupId: "sg-1" }],
    }));
    const network = together(openVpc(1, { inbound: [] }), { NetworkInterfaces });
    expect(ask(network, { ...asked, destination: { cidr: "10.1.0.0/16" } }).verdict).toBe("unknown");
  });
});

describe("a range in a subnet whose interfaces were not read", () => {
  const NatGateways = [
    aNatGateway({
      SubnetId: "subnet-1b",
      ConnectivityType: "private",
      NatGatewayAddresses: [{ PrivateIp: "10.1.2.20" }],
    }),
  ];
  const asked = (cidr: string) => ({ source: CONNECTION, destination: { cidr } });
  const network = together(openVpc(1), { NatGateways });

  it("is not reached where a NAT gateway has one of its addresses", () => {
    const unread = ["DescribeNetworkInterfaces"] as const;
    expect(ask(network, asked("10.1.2.20/31"), unread)).toEqual(
      unreachable("NAT_GATEWAY_ACCEPTS_NO_INBOUND"),
    );
    expect(ask(network, asked("10.1.2.22/31"), unread)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it("is nobody's where a NAT gateway has no address yet", () => {
    const pending = together(openVpc(1), {
      NatGateways: [aNatGateway({ SubnetId: "subnet-1b", NatGatewayAddresses: [] })],
    });
    expect(ask(pending, asked("10.1.2.0/24"))).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
  });
});

describe("a range in a VPC whose subnets were not read", () => {
  const unread = ["DescribeSubnets"] as const;
  const to = (cidr: string) => ({ destination: { cidr } });

  it("is not reached where an interface in it is not, in the sender's subnet or in another", () => {
    const closed = openVpc(1, { inbound: [] });
    for (const cidr of ["10.1.1.10/31", "10.1.2.10/31"])
      expect(ask(closed, to(cidr), unread).verdict).toBe("unreachable");
    // An interface that is in no VPC is nobody.
    const stray = { NetworkInterfaces: [{ NetworkInterfaceId: "eni-0", PrivateIpAddress: "10.1.2.12" }] };
    expect(ask(together(closed, stray), to("10.1.2.12/31"), unread)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

it("a range by an appliance is not reached where that has one of the addresses itself and refuses it", () => {
  const own = {
    ...aLambdaInterface({ NetworkInterfaceId: "eni-1b", PrivateIpAddress: "10.1.2.10" }),
    SubnetId: "subnet-1b",
    SourceDestCheck: false,
    Groups: [{ GroupId: "sg-1" }],
  };
  const route = { DestinationCidrBlock: "10.1.2.0/24", NetworkInterfaceId: "eni-1b" };
  const network = openVpc(1, { a: { routes: [route] }, b: { eni: own } });
  const answer = ask(network, { destination: { cidr: "10.1.2.10/31" } });
  expect(answer.verdict).toBe("unreachable");
  expect(answer.codes).toContain("LAMBDA_ACCEPTS_NO_INBOUND");
});

it("a range that is partly private has no route where only an unread list of a service's addresses might take it", () => {
  const list = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" };
  const network = openVpc(1, { routes: [list] });
  expect(ask(network, { destination: { cidr: "192.160.0.0/12" } }).verdict).toBe("unreachable");
  expect(ask(network, { destination: { cidr: "192.160.0.0/16" } }).verdict).toBe("unknown");
});

describe("a rule that names a group, for a range whose routes were not read", () => {
  const naming = (GroupId: string): Permission[] => [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId }] }];
  const network = openVpc(1, { outbound: naming("sg-1") });
  const to = (cidr: string) => ({ destination: { cidr } });

  it("may mean who is known to have it, and nobody else of a VPC that was read", () => {
    const unread = ["DescribeRouteTables"] as const;
    expect(ask(network, to("10.1.2.10/32"), unread).verdict).toBe("unknown");
    expect(ask(network, to("10.1.2.10/31"), unread)).toEqual(MISMATCH);
    expect(ask(network, to("10.0.0.0/15"), unread)).toEqual(MISMATCH);
  });

  it("may mean anybody of its VPC where interfaces were not read, and nobody beyond", () => {
    const unread = ["DescribeRouteTables", "DescribeNetworkInterfaces"] as const;
    const from = (cidr: string) => ({ ...to(cidr), source: CONNECTION });
    expect(ask(network, from("10.1.2.10/31"), unread).verdict).toBe("unknown");
    expect(ask(network, from("10.0.0.0/15"), unread).verdict).toBe("unreachable");
  });
});
