import { describe, expect, it } from "vitest";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { aFullCapture, REGION } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "../../network/build-network";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";
import { evaluateFlow } from "../evaluate-flow";

const SECRETS = { destination: { service: "secretsmanager" } };
const S3 = { destination: { service: "s3" } };
const resolver = (attributes: object) => ({ VpcAttributes: [{ VpcId: "vpc-1", ...attributes }] });
const BOTH_ON = resolver({ EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } });
const endpoint = (overrides: object = {}) => ({
  VpcEndpoints: [aVpcEndpoint({ SubnetIds: ["subnet-1b"], Groups: [{ GroupId: "sg-1" }], ...overrides })],
});
const withEndpoint = together(openVpc(1), BOTH_ON, endpoint());

describe("a service with an interface endpoint", () => {
  it("is asked for there, somewhere in the endpoint's subnets that were read", () => {
    expect(ask(withEndpoint, SECRETS)).toEqual(REACHABLE);
    const inUnread = endpoint({ SubnetIds: ["subnet-1b", "subnet-gone"] });
    expect(ask(together(openVpc(1), BOTH_ON, inUnread), SECRETS)).toEqual(REACHABLE);
  });

  it("may be at an endpoint whose service or private name is not told", () => {
    for (const untold of [{ ServiceName: undefined }, { PrivateDnsEnabled: undefined }]) {
      const network = together(openVpc(1), BOTH_ON, endpoint(untold));
      expect(ask(network, SECRETS)).toMatchObject({ verdict: "unknown" });
      const [trace] = answerOf(network, SECRETS).traces;
      expect(trace?.notEvaluated.map(({ message }) => message).join()).toContain("was not told");
      const closed = together(openVpc(1, { outbound: [] }), BOTH_ON, endpoint(untold));
      expect(ask(closed, SECRETS)).toMatchObject({ verdict: "unreachable" });
    }
  });

  it("is not at an endpoint that keeps its name to askers from outside, which is noted of it alone", () => {
    const DnsOptions = { PrivateDnsOnlyForInboundResolverEndpoint: true };
    const noted = (network: Parameters<typeof answerOf>[0]) =>
      answerOf(network, SECRETS).traces[0]?.notEvaluated.filter(
        ({ code }) => code === "ENDPOINT_PRIVATE_DNS_OFF",
      );
    const kept = together(openVpc(1), BOTH_ON, endpoint({ DnsOptions }));
    expect(ask(kept, SECRETS)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
    expect(noted(kept)).toMatchObject([{ resourceId: "vpce-1" }]);
    expect(noted(withEndpoint)).toEqual([]);
    const beside = together(kept, endpoint({ VpcEndpointId: "vpce-2" }));
    expect(ask(beside, SECRETS)).toEqual(REACHABLE);
    expect(noted(beside)).toMatchObject([{ resourceId: "vpce-1" }]);
  });

  it("is there where its state was not told, and not where it is gone", () => {
    expect(ask(together(openVpc(1), BOTH_ON, endpoint({ State: undefined })), SECRETS)).toEqual(REACHABLE);
    expect(ask(together(openVpc(1), BOTH_ON, endpoint({ State: "Deleted" })), SECRETS)).toEqual(
      unreachable("NO_ROUTE_TO_DESTINATION"),
    );
  });

  it.each([
    ["neither attribute of the VPC", {}],
    ["not whether hostnames are on", { EnableDnsSupport: { Value: true } }],
  ])("is not known to have its private name where a recording tells %s", (_, attributes) => {
    expect(ask(together(openVpc(1), endpoint(), resolver(attributes)), SECRETS)).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });

  it("may be at other addresses for a VPC that asks a DNS server of its own", () => {
    const network = together(
      openVpc(1, { vpc: { DhcpOptionsId: "dopt-1" } }),
      {
        DhcpOptions: [
          {
            DhcpOptionsId: "dopt-1",
            DhcpConfigurations: [{ Key: "domain-name-servers", Values: [{ Value: "10.1.2.10" }] }],
          },
        ],
      },
      BOTH_ON,
      endpoint(),
    );
    expect(ask(network, SECRETS)).toEqual(unknown("NOT_EVALUATED_DNS"));
  });

  it("may be there where the endpoints were not read, but a certain block stays one", () => {
    const unread = ["DescribeVpcEndpoints"] as const;
    expect(ask(openVpc(1), SECRETS, unread)).toMatchObject({ verdict: "unknown" });
    expect(ask(openVpc(1, { outbound: [] }), SECRETS, unread)).toMatchObject({ verdict: "unreachable" });
    // Nowhere that an endpoint could be, for its name leads to public addresses.
    const VpcAttributes = [
      { VpcId: "vpc-1", EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: false } },
    ];
    expect(ask(together(openVpc(1), { VpcAttributes }), SECRETS, unread)).toEqual(
      unreachable("NO_ROUTE_TO_DESTINATION"),
    );
    expect(ask(openVpc(1), SECRETS, [...unread, "DescribeSubnets"])).toEqual(unknown("UNKNOWN_DESTINATION"));
    const toInternet = together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      BOTH_ON,
      { InternetGateways: [anInternetGateway()] },
    );
    expect(ask(toInternet, SECRETS)).toEqual(REACHABLE);
    expect(ask(toInternet, SECRETS, ["DescribeVpcEndpoints"])).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });
});

it("an interface endpoint without groups or interfaces has groups that were not told", () => {
  const untold = endpoint({ Groups: undefined, NetworkInterfaceIds: undefined });
  const network = together(openVpc(1), BOTH_ON, untold);
  expect(ask(network, SECRETS)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});

describe("an interface endpoint is told by the name of its service", () => {
  const NOT_THERE = unreachable("NO_ROUTE_TO_DESTINATION");
  const named = (ServiceName: string, service: string) =>
    ask(together(openVpc(1), BOTH_ON, endpoint({ ServiceName })), { destination: { service } });

  it.each([
    ["secretsmanager", `com.amazonaws.${REGION}.secretsmanager`],
    ["ecr.api", `com.amazonaws.${REGION}.ecr.api`],
    ["kms", `cn.com.amazonaws.${REGION}.kms`],
    ["notebook", `aws.sagemaker.${REGION}.notebook`],
    ["kendra-ranking", `aws.api.${REGION}.kendra-ranking`],
    // A service of no one Region.
    ["iam", "com.amazonaws.iam"],
    ["com.amazonaws.us-east-1.kms", "com.amazonaws.us-east-1.kms"],
    ["com.amazonaws.vpce.eu-west-1.vpce-svc-1", "com.amazonaws.vpce.eu-west-1.vpce-svc-1"],
  ])("%s of %s", (service, name) => {
    expect(named(name, service)).toEqual(REACHABLE);
  });

  it.each([
    ["api", `com.amazonaws.${REGION}.ecr.api`],
    ["ecr", `com.amazonaws.${REGION}.ecr.api`],
    ["s3", `com.amazonaws.${REGION}.s3express`],
    ["kms", `org.com.amazonaws.${REGION}.kms`],
    ["kms", "com.amazonaws.us-east-1.kms"],
    ["kms", "kms"],
  ])("and not %s of %s", (service, name) => {
    expect(named(name, service)).toEqual(NOT_THERE);
  });

  it("of whichever Region where that of the VPC is not known", () => {
    const capture = aFullCapture(
      together(openVpc(1), BOTH_ON, endpoint({ ServiceName: "com.amazonaws.us-east-1.kms" })),
      { region: null },
    );
    const { verdict } = evaluateFlow(buildNetwork({ captures: [capture] }), {
      source: { networkInterfaceId: "eni-1a" },
      destination: { service: "kms" },
      protocol: "tcp",
      port: 443,
    });
    expect(verdict).toBe("reachable");
  });
});

describe("a service by its gateway endpoint", () => {
  const routes = [{ DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" }];
  const gatewayEndpoint = {
    VpcEndpoints: [
      aVpcEndpoint({
        VpcEndpointId: "vpce-s3",
        VpcEndpointType: "Gateway",
        ServiceName: `com.amazonaws.${REGION}.s3`,
      }),
    ],
  };
  const PrefixListName = `com.amazonaws.${REGION}.s3`;
  const network = together(openVpc(1, { routes }), BOTH_ON, gatewayEndpoint);

  it("may be behind a list without a name, on the way to an endpoint that is not among those read", () => {
    const { VpcEndpoints, ...trimmed } = network;
    expect(VpcEndpoints).toHaveLength(1);
    const closed = { ...trimmed, ...openVpc(1, { routes, outbound: [] }), ...BOTH_ON };
    expect(ask(trimmed, S3)).toEqual(
      unknown("NO_ROUTE_TO_DESTINATION", "NOT_EVALUATED_OTHER_ADDRESS", "NOT_EVALUATED_UNREAD"),
    );
    expect(ask(closed, S3)).toMatchObject({ verdict: "unreachable" });
    // No other service has a gateway endpoint.
    expect(ask(trimmed, { destination: { service: "kms" } })).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
    for (const PrefixListName of ["com.amazonaws.eu-west-1.dynamodb", "lists-of-our-own"]) {
      const named = [{ PrefixListId: "pl-s3", PrefixListName, Cidrs: ["52.94.0.0/22"] }];
      for (const lists of [{ PrefixLists: named }, { ManagedPrefixLists: named }])
        expect(ask(together(trimmed, lists), S3)).toMatchObject({ verdict: "unreachable" });
    }
  });

  it("is told by its list's name though the entries were not read: the route for the list takes it", () => {
    const named = { ManagedPrefixLists: [{ PrefixListId: "pl-s3", PrefixListName }] };
    expect(ask(together(network, named), S3)).toEqual(REACHABLE);
  });

  it("is told by the route to its endpoint where no list has its name", () => {
    const { traces } = answerOf(network, S3);
    expect(traces.flatMap(({ forward }) => forward.map(({ resourceId }) => resourceId))).toContain("vpce-s3");
    expect(ask(network, S3)).toEqual(REACHABLE);
  });

  it("is somewhere on the internet where no table was read to tell the way", () => {
    expect(ask(network, S3, ["DescribeRouteTables"])).toMatchObject({ verdict: "unknown" });
  });

  it("is told by the list of any Region where the VPC itself was not read", () => {
    const PrefixLists = [{ PrefixListId: "pl-s3", PrefixListName, Cidrs: ["52.216.0.0/15"] }];
    const { traces } = answerOf(together(network, { PrefixLists }), S3, ["DescribeVpcs"]);
    expect(traces.map(({ witness }) => witness?.destinationAddress)).toEqual(["52.216.0.0"]);
  });

  it("is not at the addresses of a list that somebody named like it", () => {
    const own = { PrefixListId: "pl-own", PrefixListName: "s3" };
    const Entries = [{ Cidr: "10.9.0.0/16" }];
    const lists = {
      ManagedPrefixLists: [own],
      ManagedPrefixListEntries: [{ PrefixListId: "pl-own", Entries }],
    };
    expect(ask(together(network, lists), S3)).toEqual(REACHABLE);
  });

  it("at its IPv4 addresses is not taken by the route for a list that holds IPv6 ones alone", () => {
    const PrefixLists = [{ PrefixListId: "pl-s3", PrefixListName, Cidrs: ["2600:1f70::/40"] }];
    expect(ask(together(network, { PrefixLists }), S3)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  });
});
