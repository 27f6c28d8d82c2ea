import { describe, expect, it } from "vitest";
import { aVpcEndpoint } from "@/lib/testing/builders/gateways";
import { deniedCalls } from "@/lib/testing/builders/snapshot";
import { aNetworkInterface, aRoute, aRouteTable, aVpc } from "@/lib/testing/builders/vpc-resources";
import type { Resources } from "../../network/resources";
import type { CoverageEntry } from "../../network/snapshot";
import type { FlowDestination } from "../flow";
import { asked } from "./ask-orders.test-builder";

describe("a name", () => {
  const db: FlowDestination = { dbInstanceIdentifier: "orders-db" };
  const options = (
    DhcpConfigurations: NonNullable<Resources["DhcpOptions"]>[number]["DhcpConfigurations"],
  ) => ({
    Vpcs: [aVpc({ DhcpOptionsId: "dopt-1" })],
    DhcpOptions: [{ DhcpOptionsId: "dopt-1", DhcpConfigurations }],
  });

  it("is not resolved where the VPC has its resolver off", () => {
    const VpcAttributes = [{ VpcId: "vpc-1", EnableDnsSupport: { Value: false } }];
    for (const destination of [db, { service: "secretsmanager" }]) {
      const { verdict, codes } = asked(destination, { VpcAttributes });
      expect(verdict).toBe("unreachable");
      expect(codes).toContain("DNS_RESOLUTION_DISABLED");
    }
  });

  it.each<[why: string, resources: Resources, gaps: CoverageEntry[]]>([
    ["no answer names the VPC", { VpcAttributes: [] }, []],
    ["the attributes were not read", { VpcAttributes: [] }, deniedCalls("DescribeVpcAttribute")],
    ["no answer names the options", { ...options([]), DhcpOptions: [] }, []],
    ["the options were not read", { ...options([]), DhcpOptions: [] }, deniedCalls("DescribeDhcpOptions")],
  ])("is not known to be resolved where %s", (_why, resources, gaps) => {
    const { verdict, codes } = asked(db, resources, gaps);
    expect(verdict).toBe("unknown");
    expect(codes).toContain("NOT_EVALUATED_UNREAD");
  });

  it("is resolved by Amazon where the options say so, or nothing", () => {
    const amazon = [{ Key: "domain-name-servers", Values: [{ Value: "AmazonProvidedDNS" }, {}] }];
    expect(asked(db, options(amazon)).verdict).toBe("reachable");
    const clocks = { Key: "ntp-servers", Values: [{ Value: "192.168.1.1" }] };
    expect(asked(db, options([{ Key: "domain-name-servers" }, clocks])).verdict).toBe("reachable");
    expect(asked(db, { Vpcs: [aVpc({ DhcpOptionsId: "default" })] }).verdict).toBe("reachable");
    const silent = { Vpcs: [aVpc({ DhcpOptionsId: "dopt-1" })], DhcpOptions: [{ DhcpOptionsId: "dopt-1" }] };
    expect(asked(db, silent).verdict).toBe("reachable");
  });

  it("is not known to be resolved where the options name a server that is no address", () => {
    const { verdict, codes } = asked(
      db,
      options([{ Key: "domain-name-servers", Values: [{ Value: "10.0.1.9" }, { Value: "ns.example" }] }]),
    );
    expect(verdict).toBe("unknown");
    expect(codes).toContain("NOT_EVALUATED_UNREAD");
  });

  it("is not resolved where the options' server cannot be reached", () => {
    const own = [{ Key: "domain-name-servers", Values: [{ Value: "192.168.1.1" }] }];
    expect(asked(db, options(own)).verdict).not.toBe("reachable");
  });
});

describe("a DNS server of the options", () => {
  const db: FlowDestination = { dbInstanceIdentifier: "orders-db" };
  const servedBy = (...servers: string[]) => ({
    Vpcs: [aVpc({ DhcpOptionsId: "dopt-1" })],
    DhcpOptions: [
      {
        DhcpOptionsId: "dopt-1",
        DhcpConfigurations: [{ Key: "domain-name-servers", Values: servers.map((Value) => ({ Value })) }],
      },
    ],
  });
  const known = {
    NetworkInterfaces: [
      aNetworkInterface({
        NetworkInterfaceId: "eni-dns",
        SubnetId: "subnet-2",
        PrivateIpAddress: "10.0.2.53",
      }),
    ],
  };
  const NOBODY = "192.168.1.1";

  it("is asked like anybody else, and one that answers is enough", () => {
    expect(asked(db, { ...servedBy("10.0.2.53"), ...known }).verdict).toBe("reachable");
    expect(asked(db, { ...servedBy(NOBODY, "10.0.2.53"), ...known }).verdict).toBe("reachable");
  });

  it.each<[FlowDestination, string]>([
    [db, "the name cannot be resolved"],
    [{ service: "secretsmanager" }, "secretsmanager cannot be resolved"],
  ])("that is not reached resolves nothing: %j", (destination, words) => {
    const { verdict, codes, messages } = asked(destination, servedBy(NOBODY));
    expect(verdict).toBe("unreachable");
    expect(codes).toContain("DNS_SERVER_UNREACHABLE");
    expect(messages).toContainEqual(expect.stringContaining(words));
  });

  it("that is not known to be reached leaves open whether anything is resolved", () => {
    const toOffice = aRoute({ DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vgw-1" });
    const RouteTables = [aRouteTable({ Routes: [aRoute(), toOffice] })];
    const { verdict, codes } = asked(
      db,
      { ...servedBy(NOBODY), RouteTables },
      deniedCalls("DescribeVpnGateways"),
    );
    expect(verdict).toBe("unknown");
    expect(codes).toContain("NOT_EVALUATED_DNS");
  });

  it("that is not known to be reached leaves it open though the other certainly is not reached", () => {
    const toOffice = aRoute({ DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vgw-1" });
    const RouteTables = [aRouteTable({ Routes: [aRoute(), toOffice] })];
    const { verdict, codes } = asked(
      db,
      { ...servedBy("172.16.9.9", NOBODY), RouteTables },
      deniedCalls("DescribeVpnGateways"),
    );
    expect(verdict).toBe("unknown");
    expect(codes).toContain("NOT_EVALUATED_DNS");
    expect(codes).not.toContain("DNS_SERVER_UNREACHABLE");
  });

  it("is named with the others where none of them is reached", () => {
    const { verdict, messages } = asked(db, servedBy(NOBODY, "172.16.9.9"));
    expect(verdict).toBe("unreachable");
    expect(messages).toContainEqual(expect.stringContaining(`(172.16.9.9, ${NOBODY})`));
  });

  it.each([[["fd00::53"]], [[NOBODY, "fd00::53"]]])(
    "of the other family leaves it open too, alone or beside one that is not reached: %j",
    (servers) => {
      const { verdict, codes } = asked(db, servedBy(...servers));
      expect(verdict).toBe("unknown");
      expect(codes).toContain("NOT_EVALUATED_DNS");
    },
  );
});

describe("a service by its interface endpoint", () => {
  const service: FlowDestination = { service: "secretsmanager" };
  const endpoint = aVpcEndpoint({
    VpcEndpointId: "vpce-1",
    VpcEndpointType: "Interface",
    ServiceName: "com.amazonaws.eu-west-1.secretsmanager",
    SubnetIds: ["subnet-2"],
    Groups: [{ GroupId: "sg-1" }],
    NetworkInterfaceIds: ["eni-vpce"],
    PrivateDnsEnabled: true,
  });
  const own = aNetworkInterface({
    NetworkInterfaceId: "eni-vpce",
    PrivateIpAddress: "10.0.2.90",
    SubnetId: "subnet-2",
    InterfaceType: "vpc_endpoint",
    Groups: [{ GroupId: "sg-1" }],
  });

  it("is reached at the endpoint's interface, or somewhere in its subnets where that was not read", () => {
    const read = { VpcEndpoints: [endpoint], NetworkInterfaces: [own] };
    expect(asked(service, read)).toMatchObject({ verdict: "reachable", ends: ["eni-vpce"] });
    const unread = { verdict: "reachable", ends: ["vpce-1"] };
    expect(asked(service, { VpcEndpoints: [endpoint] })).toMatchObject(unread);
    const ofTwo = { ...endpoint, NetworkInterfaceIds: ["eni-vpce", "eni-unread"] };
    expect(asked(service, { ...read, VpcEndpoints: [ofTwo] })).toMatchObject(unread);
  });

  it("is not reached while the endpoint is pending, whether or not its interfaces were read", () => {
    const pending = { ...endpoint, State: "PendingAcceptance" as const };
    for (const NetworkInterfaces of [[own], []])
      expect(asked(service, { VpcEndpoints: [pending], NetworkInterfaces }).codes).toContain("BAD_STATE");
  });

  it("is known to be available where it was read, though the list of endpoints was cut off", () => {
    const cutOff = deniedCalls("DescribeVpcEndpoints");
    const onlyThis = { VpcEndpoints: [endpoint], NetworkInterfaces: [own] };
    const byInterface: FlowDestination = { networkInterfaceId: "eni-vpce" };
    expect(asked(byInterface, onlyThis, cutOff).verdict).toBe("reachable");
    expect(asked(service, { VpcEndpoints: [endpoint] }, cutOff).verdict).toBe("reachable");
    const another = { ...onlyThis, VpcEndpoints: [{ ...endpoint, NetworkInterfaceIds: ["eni-other"] }] };
    expect(asked(byInterface, another, cutOff).verdict).toBe("unknown");
  });

  it.each([
    ["EnableDnsHostnames", "EnableDnsSupport"],
    ["EnableDnsSupport", "EnableDnsHostnames"],
  ])("is not reached by its private name where %s is off, whatever %s is", (off, other) => {
    for (const more of [{}, { [other]: { Value: true } }, { [other]: { Value: false } }]) {
      const VpcAttributes = [{ VpcId: "vpc-1", [off]: { Value: false }, ...more }];
      const resources = { VpcEndpoints: [endpoint], NetworkInterfaces: [own], VpcAttributes };
      const { verdict, codes } = asked(service, resources);
      // Its public addresses are meant, to which no route leads.
      expect(verdict).toBe("unreachable");
      expect(codes).toContain("NO_ROUTE_TO_DESTINATION");
      expect(codes).toContain("ENDPOINT_PRIVATE_DNS_OFF");
    }
  });
});
