import { describe, expect, it } from "vitest";
import { aDbInstance } from "@/lib/testing/builders/destinations";
import { anInternetGateway, aNatGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aLambdaInterface, aNetworkInterface, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, mixed, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
const PLANNED = { source: { connection } };
const from = (CidrIp: string): Permission[] => [{ IpProtocol: "-1", IpRanges: [{ CidrIp }] }];
const LOWER = "10.1.1.0/25";
const DEPENDS = unknown("ENI_SG_RULES_MISMATCH", "NOT_EVALUATED_OTHER_ADDRESS");

describe("where a rule is about a part of the addresses that somebody may get, the answer is not known", () => {
  const database = {
    VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
    DBInstances: [
      aDbInstance({ DBSubnetGroup: { VpcId: "vpc-1", Subnets: [{ SubnetIdentifier: "subnet-1b" }] } }),
    ],
  };
  const TO_DATABASE = { destination: { dbInstanceIdentifier: "orders-db" } };

  it("of a function about to send", () => {
    const asked = { ...PLANNED, destination: { cidr: "10.1.2.10/32" } };
    expect(ask(openVpc(1, { inbound: from(LOWER) }), asked)).toEqual(DEPENDS);
    expect(ask(openVpc(1, { inbound: from("10.1.1.0/24") }), asked)).toEqual(REACHABLE);
  });

  it("of a database whose interface was not read", () => {
    const network = (CidrIp: string) => together(openVpc(1, { outbound: from(CidrIp) }), database);
    expect(ask(network("10.1.2.0/25"), TO_DATABASE)).toEqual(DEPENDS);
    expect(ask(network("10.1.2.0/24"), TO_DATABASE)).toEqual(REACHABLE);
    const notes = answerOf(network("10.1.2.0/25"), TO_DATABASE).traces.flatMap((trace) => trace.notEvaluated);
    expect(notes.map(({ message }) => message)).toContain(
      "It depends on which address Lambda or AWS chooses: rules treat the addresses differently.",
    );
  });

  it("of a database of whose addresses each is stopped by something, all of which is told", () => {
    const entries = [anEntry({}), anEntry({ Egress: true, CidrBlock: "10.1.2.128/25" })];
    const network = together(openVpc(1, { outbound: from("10.1.2.0/25"), a: { entries } }), database);
    expect(ask(network, TO_DATABASE)).toEqual(unreachable("ENI_SG_RULES_MISMATCH", "SUBNET_ACL_RESTRICTION"));
  });

  it("of a database in one of two subnets", () => {
    const closed = [anEntry({ RuleAction: "deny" }), anEntry({ Egress: true })];
    const Subnets = ["subnet-1a", "subnet-1b"].map((SubnetIdentifier) => ({ SubnetIdentifier }));
    const inBoth = {
      ...database,
      DBInstances: [aDbInstance({ DBSubnetGroup: { VpcId: "vpc-1", Subnets } })],
    };
    const messages = (own: object) =>
      answerOf(together(openVpc(1, own), inBoth), TO_DATABASE).traces.flatMap((trace) =>
        trace.notEvaluated.filter(({ affectsVerdict }) => affectsVerdict).map(({ message }) => message),
      );
    expect(messages({ b: { entries: closed } })).toEqual([
      "It depends on which of its subnets or interfaces it is in.",
    ]);
    expect(messages({})).toEqual([]);
  });

  it("of both", () => {
    const network = together(openVpc(1, { outbound: from("10.1.2.0/25") }), database);
    expect(ask(network, { ...PLANNED, ...TO_DATABASE })).toEqual(DEPENDS);
  });
});

describe("a block that a function about to send asks for", () => {
  const B = { ...PLANNED, destination: { cidr: "10.1.2.10/31" } };
  /** At .10 and at .11, which let in by groups of their own. */
  const network = (ten: string, eleven: string) =>
    together(openVpc(1, { b: { eni: { Groups: [{ GroupId: "sg-10" }] } } }), {
      SecurityGroups: [
        aSecurityGroup({ GroupId: "sg-10", IpPermissions: from(ten) }),
        aSecurityGroup({ GroupId: "sg-11", IpPermissions: from(eleven) }),
      ],
      NetworkInterfaces: [
        aNetworkInterface({
          NetworkInterfaceId: "eni-11",
          SubnetId: "subnet-1b",
          PrivateIpAddress: "10.1.2.11",
          Groups: [{ GroupId: "sg-11" }],
        }),
      ],
    });
  const UPPER = "10.1.1.128/25";

  it.each([
    ["both of it let in every address", "10.1.1.0/24", "10.1.1.0/24", REACHABLE],
    [
      "each lets in another half, so that one fails whatever it gets",
      LOWER,
      UPPER,
      unreachable("ENI_SG_RULES_MISMATCH"),
    ],
    ["both let in the same half", LOWER, LOWER, DEPENDS],
    ["one lets in a half and the other all", LOWER, "10.1.1.0/24", DEPENDS],
    ["one lets in the upper half and the other all", "10.1.1.0/24", UPPER, DEPENDS],
  ])("is judged for each address that it may get: where %s", (_, ten, eleven, answer) => {
    expect(ask(network(ten, eleven), B)).toEqual(answer);
  });
});

it("a function's interfaces are told apart where one of several targets tells them apart", () => {
  const made = (NetworkInterfaceId: string, PrivateIpAddress: string) =>
    aLambdaInterface({ NetworkInterfaceId, PrivateIpAddress, SubnetId: "subnet-1a" });
  const network = together(
    openVpc(1, {
      b: { entries: [anEntry({ CidrBlock: "10.1.1.20/32" }), anEntry({ Egress: true })] },
    }),
    {
      NetworkInterfaces: [made("eni-fn-1", "10.1.1.20"), made("eni-fn-2", "10.1.1.40")],
      VpcAttributes: [
        { VpcId: "vpc-1", EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } },
      ],
      VpcEndpoints: [aVpcEndpoint({ SubnetIds: ["subnet-1a", "subnet-1b"] })],
    },
  );
  const asked = { ...PLANNED, destination: { service: "secretsmanager" } };
  expect(ask(network, asked)).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
});

it("whoever asks from the internet at large is none of the few that a rule names", () => {
  const denying = (CidrBlock: string) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: {
          eni: { Association: { PublicIp: "203.0.113.50" } },
          entries: [
            anEntry({ RuleNumber: 10, RuleAction: "deny", CidrBlock }),
            anEntry({}),
            anEntry({ Egress: true }),
          ],
        },
      }),
      { InternetGateways: [anInternetGateway()] },
    );
  const asked = { source: { cidr: "0.0.0.0/0" }, destination: { networkInterfaceId: "eni-1a" } };
  expect(ask(denying("8.8.8.0/24"), asked)).toEqual(REACHABLE);
  expect(ask(denying("8.0.0.0/8"), asked)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
});

describe("a destination that lists lead to by several ways", () => {
  const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
  const listOf = (PrefixListId: string, Cidr: string) => ({ PrefixListId, Entries: [{ Cidr }] });
  const base = (routes: object[]) =>
    together(
      openVpc(1, {
        routes: [TO_INTERNET],
        a: { routes, eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      {
        InternetGateways: [anInternetGateway()],
        ManagedPrefixListEntries: [listOf("pl-1", "8.8.8.1/32"), listOf("pl-2", "8.8.8.1/32")],
      },
    );

  it("is not known to fail where one of the ways does, though another part of the block has one way", () => {
    const gone = { DestinationPrefixListId: "pl-1", NatGatewayId: "nat-gone", State: "blackhole" };
    const works = { DestinationPrefixListId: "pl-2", GatewayId: "igw-1" };
    const block = { destination: { cidr: "8.8.8.0/31" } };
    expect(ask(base([TO_INTERNET, gone, works]), block).verdict).toBe("unknown");
    expect(ask(base([TO_INTERNET, gone]), block)).toEqual(unreachable("BAD_STATE_ROUTE"));
  });

  it("takes one of the ways and keeps to it, whatever takes turns on each of them", () => {
    const nat = (NatGatewayId: string, SubnetId: string, ...hosts: number[]) =>
      aNatGateway({
        NatGatewayId,
        SubnetId,
        ConnectivityType: SubnetId === "subnet-1b" ? "public" : "private",
        NatGatewayAddresses: hosts.map((host) => ({
          PrivateIp: `10.1.2.${host}`,
          ...(SubnetId === "subnet-1b" && { PublicIp: `203.0.113.${host}` }),
        })),
      });
    const routes = [
      { DestinationPrefixListId: "pl-1", NatGatewayId: "nat-1" },
      { DestinationPrefixListId: "pl-2", NatGatewayId: "nat-2" },
    ];
    const gateways = {
      NatGateways: [nat("nat-1", "subnet-1b", 20, 21), nat("nat-2", "subnet-1a", 30, 31)],
    };
    expect(ask(together(base(routes), gateways), { destination: { cidr: "8.8.8.1/32" } }).verdict).toBe(
      "unknown",
    );
  });
});
