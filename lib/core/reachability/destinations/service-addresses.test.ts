import { describe, expect, it } from "vitest";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aFullCapture, REGION } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "../../network/build-network";
import type { Resources } from "../../network/resources";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together, type Permission } from "../cases/open-vpc.test-builder";
import { evaluateFlow } from "../evaluate-flow";

const S3 = { destination: { service: "s3" } };
const NAMES_ON = { VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }] };
const listNamed = (PrefixListName: string, ...Cidrs: string[]) => ({
  PrefixLists: [{ PrefixListId: `pl-${PrefixListName}`, PrefixListName, Cidrs }],
});
const OWN = listNamed(`com.amazonaws.${REGION}.s3`, "52.216.0.0/15");

/** By the internet, in whose range nothing but `52.216.0.0/15` is let out to. */
const lettingOut = (own: { outbound?: Permission[]; entries?: ReturnType<typeof anEntry>[] }): Resources =>
  together(
    openVpc(1, {
      routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
      ...(own.outbound && { outbound: own.outbound }),
      a: {
        eni: { Association: { PublicIp: "203.0.113.50" } },
        ...(own.entries && { entries: own.entries }),
      },
    }),
    { InternetGateways: [anInternetGateway()] },
    NAMES_ON,
  );
const onlyS3 = lettingOut({ outbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "52.216.0.0/15" }] }] });

describe("a service without an endpoint", () => {
  it("is at the addresses of the list with its name, else anywhere on the internet", () => {
    expect(ask(together(onlyS3, OWN), S3)).toEqual(REACHABLE);
    expect(ask(onlyS3, S3)).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
    expect(ask(together(onlyS3, listNamed(`com.amazonaws.${REGION}.dynamodb`, "52.216.0.0/15")), S3)).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH"),
    );
  });

  it("is at the addresses of its own Region", () => {
    const far = listNamed("com.amazonaws.us-east-1.s3", "54.231.0.0/16");
    const verdictWith = (own: Resources, other: Resources) => {
      const captures = [
        aFullCapture(other, { region: "us-east-1" }),
        aFullCapture(together(onlyS3, own), { region: REGION }),
      ];
      const source = { networkInterfaceId: "eni-1a" };
      return evaluateFlow(buildNetwork({ captures }), { source, ...S3, protocol: "tcp", port: 443 }).verdict;
    };
    expect(verdictWith(OWN, far)).toBe("reachable");
    expect(verdictWith({}, far)).toBe("unreachable");
    expect(verdictWith({}, listNamed("com.amazonaws.us-east-1.s3", "52.216.0.0/15"))).toBe("unreachable");
  });

  it("may be at those of whichever Region where the VPC, and so its own, was not read", () => {
    expect(ask(together(onlyS3, OWN), S3, ["DescribeVpcs"]).verdict).toBe("unknown");
    expect(ask(onlyS3, S3, ["DescribeVpcs"]).verdict).toBe("unreachable");
  });

  it("is not reached where one of its addresses is not", () => {
    const deny = anEntry({ RuleNumber: 10, Egress: true, RuleAction: "deny", CidrBlock: "52.217.7.0/24" });
    const network = lettingOut({ entries: [deny, anEntry({}), anEntry({ Egress: true })] });
    expect(ask(together(network, OWN), S3)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
    // Of the internet at large so small a part says nothing.
    expect(ask(network, S3)).toEqual(REACHABLE);
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
