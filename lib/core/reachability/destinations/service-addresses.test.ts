import { describe, expect, it } from "vitest";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import { aFullCapture, REGION } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "../../network/build-network";
import type { Resource } from "../../network/network";
import type { Resources } from "../../network/resources";
import { answerOf, ask, mixed, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together, type Permission } from "../cases/open-vpc.test-builder";
import { evaluateFlow } from "../evaluate-flow";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";

const S3 = { destination: { service: "s3" } };
const NAMES_ON = { VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }] };
const listNamed = (PrefixListName: string, ...Cidrs: string[]) => ({
  PrefixLists: [{ PrefixListId: `pl-${PrefixListName}`, PrefixListName, Cidrs }],
});
const NAME = `com.amazonaws.${REGION}.s3`;
const OWN = listNamed(NAME, "52.216.0.0/15");

const FROM = { networkInterfaceId: "eni-1a" };
const COLUMN = { ...S3, protocol: "tcp" as const, port: 443 };

interface LettingOut {
  outbound?: Permission[];
  entries?: ReturnType<typeof anEntry>[];
  routes?: NonNullable<Resource<"RouteTables">["Routes"]>;
  /** No way but these routes. */
  isShut?: boolean;
}

/** By the internet gateway. */
const lettingOut = (own: LettingOut): Resources =>
  together(
    openVpc(1, {
      routes: [
        ...(own.isShut === true ? [] : [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }]),
        ...(own.routes ?? []),
      ],
      ...(own.outbound && { outbound: own.outbound }),
      a: {
        eni: { Association: { PublicIp: "203.0.113.50" } },
        ...(own.entries && { entries: own.entries }),
      },
    }),
    { InternetGateways: [anInternetGateway()] },
    NAMES_ON,
  );
const outTo = (...cidrs: string[]) =>
  lettingOut({ outbound: [{ IpProtocol: "-1", IpRanges: cidrs.map((CidrIp) => ({ CidrIp })) }] });
const onlyS3 = outTo("52.216.0.0/15");
const MANY = Array.from({ length: 300 }, (_, n) => `52.${Math.floor(n / 100)}.${2 * (n % 100)}.0/24`);
/** Private, of the VPC itself, of an interface, and of a list of DynamoDB's. */
const SOMEBODY_ELSES = [
  "192.168.0.0/16",
  "10.1.0.0/16",
  "203.0.113.50/32",
  "52.94.0.0/22",
  "52.94.4.0/24",
].map((CidrIp) => ({ CidrIp }));

describe("a service without an endpoint", () => {
  it("is at the addresses of the list with its name", () => {
    expect(ask(together(onlyS3, OWN), S3)).toEqual(REACHABLE);
  });

  it("is at the addresses of its own Region", () => {
    const far = listNamed("com.amazonaws.us-east-1.s3", "52.216.0.0/15");
    const verdictWith = (own: Resources) => {
      const captures = [
        aFullCapture(far, { region: "us-east-1" }),
        aFullCapture(together(onlyS3, own), { region: REGION }),
      ];
      const source = { networkInterfaceId: "eni-1a" };
      return evaluateFlow(buildNetwork({ captures }), { source, ...S3, protocol: "tcp", port: 443 }).verdict;
    };
    expect(verdictWith(OWN)).toBe("reachable");
    expect(verdictWith(listNamed(`com.amazonaws.${REGION}.s3`, "54.231.0.0/16"))).toBe("unreachable");
    // Another Region's addresses are not its own.
    expect(verdictWith({})).toBe("unreachable");
  });

  it("may be at those of whichever Region where the VPC, and so its own, was not read", () => {
    expect(ask(together(onlyS3, OWN), S3, ["DescribeVpcs"]).verdict).toBe("unknown");
    expect(ask(lettingOut({ outbound: [] }), S3, ["DescribeVpcs"]).verdict).toBe("unreachable");
  });
});

describe("a service some of whose known addresses are shut", () => {
  const deny = anEntry({ RuleNumber: 10, Egress: true, RuleAction: "deny", CidrBlock: "52.217.7.0/24" });
  const entries = [deny, anEntry({}), anEntry({ Egress: true })];
  const FAR = "54.231.0.0/16";
  const twoLists = listNamed(`com.amazonaws.${REGION}.s3`, "52.216.0.0/15", FAR);

  it("works sometimes, and the ranges that work and do not are named", () => {
    const network = together(lettingOut({ entries }), OWN);
    expect(ask(network, S3)).toEqual(mixed("SERVICE_ADDRESSES_DIFFER", "SUBNET_ACL_RESTRICTION"));
    const [trace] = answerOf(network, S3).traces;
    expect(trace?.explanations[0]?.message).toBe(
      "Of the addresses of s3 it reaches 52.216.0.0–52.217.6.255 and 52.217.8.0–52.217.255.255, not 52.217.7.0/24: DNS gives any of them, so it fails now and then.",
    );
    expect(trace?.witness?.destinationAddress).toBe("52.217.7.0");
  });

  it.each<[string, Resources]>([
    ["a group lets out to one of its ranges only", onlyS3],
    [
      "a route drops one of its ranges",
      lettingOut({ routes: [{ DestinationCidrBlock: FAR, GatewayId: "igw-1", State: "blackhole" }] }),
    ],
    [
      "replies of one of its ranges are denied",
      lettingOut({
        entries: [
          anEntry({ RuleNumber: 10, RuleAction: "deny", CidrBlock: FAR }),
          anEntry({}),
          anEntry({ Egress: true }),
        ],
      }),
    ],
  ])("works sometimes where %s", (_, network) => {
    expect(ask(together(network, twoLists), S3).verdict).toBe("mixed");
    expect(evaluateMatrix(networkWithout(together(network, twoLists), []), [FROM], [COLUMN])).toEqual([
      ["mixed"],
    ]);
  });

  it("names ranges that follow one another as one", () => {
    const halves = listNamed(NAME, "52.216.0.0/16", "52.217.0.0/16", FAR);
    const [trace] = answerOf(together(outTo(FAR), halves), S3).traces;
    expect(trace?.explanations[0]?.message).toContain("it reaches 54.231.0.0/16, not 52.216.0.0/15:");
  });

  it("is not told apart by addresses where it is a function's interfaces that differ", () => {
    const lambda = (n: number, own: object) =>
      aLambdaInterface({
        NetworkInterfaceId: `eni-lambda-${n}`,
        SubnetId: "subnet-1a",
        PrivateIpAddress: `10.1.1.${n}`,
        Groups: [{ GroupId: "sg-1" }],
        ...own,
      });
    const NetworkInterfaces = [lambda(20, {}), lambda(21, { Association: { PublicIp: "203.0.113.21" } })];
    const connection = { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] };
    const network = together(lettingOut({}), OWN, { NetworkInterfaces });
    expect(ask(network, { source: { connection }, ...S3 })).toEqual(
      mixed("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"),
    );
  });

  it("is not reached where all of them are shut, and not known to be where the rest is not known", () => {
    const shut = lettingOut({ outbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "8.8.8.8/32" }] }] });
    expect(ask(together(shut, twoLists), S3)).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
    const unreadList = { IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-unread" }] };
    const network = lettingOut({ outbound: [unreadList], entries });
    expect(ask(together(network, OWN), S3).verdict).toBe("unknown");
  });
});

describe("a service whose addresses were not read", () => {
  it("may be reached where rules let out to a narrow range alone, and the range is named", () => {
    expect(ask(onlyS3, S3)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    const [trace] = answerOf(onlyS3, S3).traces;
    expect(trace?.notEvaluated.map(({ message }) => message)).toEqual([
      "Which addresses s3 has is not known (no prefix list that was read names them): rules and routes let packets to 52.216.0.0/15 alone pass, and whether it is there cannot be told.",
    ]);
    expect(trace?.explanations).toEqual([]);
  });

  it("says which call would have told", () => {
    const [trace] = answerOf(onlyS3, S3, ["DescribePrefixLists"]).traces;
    expect(trace?.notEvaluated[0]?.message).toContain("DescribePrefixLists was not read");
    const named = { ManagedPrefixLists: [{ PrefixListId: "pl-s3", PrefixListName: NAME }] };
    const [other] = answerOf(together(onlyS3, named), S3, ["GetManagedPrefixListEntries"]).traces;
    expect(other?.notEvaluated[0]?.message).toContain(
      "the entries of pl-s3 are not known: GetManagedPrefixListEntries was not read",
    );
  });

  it.each<[string, Resources]>([
    [
      "routes lead to a narrow range alone",
      lettingOut({ routes: [{ DestinationCidrBlock: "52.94.0.0/16", GatewayId: "igw-1" }], isShut: true }),
    ],
    [
      "a network ACL lets out to a narrow range alone",
      lettingOut({ entries: [anEntry({}), anEntry({ Egress: true, CidrBlock: "52.94.0.0/16" })] }),
    ],
    [
      "a network ACL lets replies of a narrow range in alone",
      lettingOut({ entries: [anEntry({ CidrBlock: "52.94.0.0/16" }), anEntry({ Egress: true })] }),
    ],
    ["a group lets out to a wide part of the internet", outTo("52.0.0.0/7")],
    ["a group lets out to a wide range of which some is private", outTo("172.0.0.0/9")],
    ["a group lets out to many narrow ranges", outTo(...MANY)],
  ])("may be reached where %s", (_, network) => {
    expect(ask(network, S3).verdict).toBe("unknown");
    expect(evaluateMatrix(networkWithout(network, []), [FROM], [COLUMN])).toEqual([["unknown"]]);
  });

  it("is not reached where the narrow ranges are somebody else's", () => {
    const others = lettingOut({ outbound: [{ IpProtocol: "-1", IpRanges: SOMEBODY_ELSES }] });
    const lists = listNamed(`com.amazonaws.${REGION}.dynamodb`, "52.94.0.0/22", "52.94.4.0/24");
    expect(ask(together(others, lists), S3)).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
  });

  it("is not reached where they are those for which a gateway endpoint answers, whatever its list is called", () => {
    const routes = [{ DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" }];
    const Entries = [{ Cidr: "52.216.0.0/16" }, { Cidr: "52.217.0.0/16" }];
    const network = together(
      lettingOut({ routes, outbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "52.216.0.0/15" }] }] }),
      {
        ManagedPrefixLists: [
          { PrefixListId: "pl-own" },
          { PrefixListId: "pl-far", PrefixListName: "com.amazonaws.us-east-1.s3" },
        ],
        ManagedPrefixListEntries: [{ PrefixListId: "pl-s3", Entries }],
      },
    );
    expect(ask(network, { destination: { service: "sqs" } })).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
  });

  it("is not reached where what leads to the narrow range stops it", () => {
    const both = lettingOut({
      outbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "52.94.0.0/16" }] }],
      entries: [
        anEntry({}),
        anEntry({ RuleNumber: 10, Egress: true, RuleAction: "deny", CidrBlock: "52.94.0.0/16" }),
        anEntry({ Egress: true }),
      ],
    });
    expect(ask(both, S3).verdict).toBe("unreachable");
  });

  it("is reached with the internet at large, of which a narrow range says nothing", () => {
    const deny = anEntry({ RuleNumber: 10, Egress: true, RuleAction: "deny", CidrBlock: "52.217.7.0/24" });
    const network = lettingOut({ entries: [deny, anEntry({}), anEntry({ Egress: true })] });
    expect(ask(network, S3)).toEqual(REACHABLE);
  });

  it("does not share the internet's answer in a matrix", () => {
    const internet = { ...COLUMN, destination: { internet: true as const } };
    const columns = [internet, COLUMN, { ...COLUMN, destination: { service: "sqs" } }];
    expect(evaluateMatrix(networkWithout(onlyS3, []), [FROM], columns)).toEqual([
      ["unreachable", "unknown", "unknown"],
    ]);
  });
});

it("somebody outside every VPC asks for a service on the internet, whatever endpoints there are", () => {
  const asked = { source: { cidr: "8.8.4.4/32" }, ...S3 };
  expect(ask(together(onlyS3, OWN, { VpcEndpoints: [aVpcEndpoint()] }), asked)).toEqual(
    unknown("UNKNOWN_DESTINATION"),
  );
});

it("a private name that is off is noted, and is no reason why a verdict is unknown", () => {
  const network = together(lettingOut({}), {
    VpcEndpoints: [aVpcEndpoint({ PrivateDnsEnabled: false })],
  });
  const asked = { destination: { service: "secretsmanager" } };
  expect(ask(network, asked, ["DescribeInternetGateways"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  const [trace] = answerOf(network, asked).traces;
  expect(trace?.notEvaluated.map(({ code }) => code)).toContain("ENDPOINT_PRIVATE_DNS_OFF");
});

it("a list whose name was not read is the service's by the route to its endpoint, and no other list is", () => {
  const routes = [
    { DestinationPrefixListId: "pl-own", GatewayId: "vgw-1" },
    { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" },
  ];
  const network = together(openVpc(1, { routes }), NAMES_ON, {
    VpcEndpoints: [
      aVpcEndpoint({
        VpcEndpointId: "vpce-s3",
        VpcEndpointType: "Gateway",
        ServiceName: `com.amazonaws.${REGION}.s3`,
      }),
    ],
    ManagedPrefixListEntries: [
      { PrefixListId: "pl-own", Entries: [{ Cidr: "10.9.0.0/16" }] },
      { PrefixListId: "pl-s3", Entries: [{ Cidr: "52.216.0.0/15" }] },
    ],
  });
  expect(ask(network, S3)).toEqual(REACHABLE);
});
