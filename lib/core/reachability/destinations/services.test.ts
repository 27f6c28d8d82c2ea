import { describe, expect, it } from "vitest";
import { anInternetGateway, aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { REGION } from "@/lib/testing/builders/snapshot";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

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

  it("is not at an endpoint whose service or private name is not told", () => {
    for (const untold of [{ ServiceName: undefined }, { PrivateDnsEnabled: undefined }]) {
      expect(ask(together(openVpc(1), BOTH_ON, endpoint(untold)), SECRETS)).toEqual(
        unreachable("NO_ROUTE_TO_DESTINATION"),
      );
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
    expect(ask(openVpc(1), SECRETS, ["DescribeVpcEndpoints"])).toEqual(
      unreachable("NO_ROUTE_TO_DESTINATION"),
    );
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

  it("at its IPv4 addresses is not taken by the route for a list that holds IPv6 ones alone", () => {
    const PrefixLists = [{ PrefixListId: "pl-s3", PrefixListName, Cidrs: ["2600:1f70::/40"] }];
    expect(ask(together(network, { PrefixLists }), S3)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  });
});
