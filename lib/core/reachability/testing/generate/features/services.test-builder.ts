import type { Resource } from "@/lib/core/network/network";
import type { ReadCall } from "@/lib/core/network/calls";
import { held, type Feature } from "./feature.test-builder";

type Endpoint = Resource<"VpcEndpoints">;
type Balancer = Resource<"LoadBalancers">;
type Targets = Resource<"TargetGroups">;
type Registered = Resource<"TargetHealthDescriptions">["TargetHealthDescriptions"][number];

const endpoint = (name: string, isSo: (one: Endpoint) => boolean) =>
  held(`${name} endpoint`, "VpcEndpoints", isSo);
const policy = (name: string, isSo: (text: string) => boolean) =>
  held(
    `an endpoint policy ${name}`,
    "VpcEndpoints",
    (one) => one.PolicyDocument !== undefined && isSo(one.PolicyDocument),
  );
const balancer = (name: string, isSo: (one: Balancer) => boolean) =>
  held(`a load balancer ${name}`, "LoadBalancers", isSo);
const listener = (Protocol: string) =>
  held(`a ${Protocol} listener`, "Listeners", (one) => one.Protocol === Protocol);
const targets = (TargetType: Targets["TargetType"]) =>
  held(`targets of type ${TargetType ?? ""}`, "TargetGroups", (one) => one.TargetType === TargetType);
const registered = (name: string, isSo: (all: Registered[]) => boolean) =>
  held(name, "TargetHealthDescriptions", (one) => isSo(one.TargetHealthDescriptions));
const attribute = (name: "EnableDnsSupport" | "EnableDnsHostnames", Value: boolean) =>
  held(`${name} ${String(Value)}`, "VpcAttributes", (one) => one[name]?.Value === Value);
const servers = (name: string, isSo: (values: string) => boolean) =>
  held(`DNS servers: ${name}`, "DhcpOptions", (one) => isSo(JSON.stringify(one.DhcpConfigurations)));
const mode = (Mode: NonNullable<Resource<"VpcBlockPublicAccessOptions">["InternetGatewayBlockMode"]>) =>
  held(
    `Block Public Access ${Mode}`,
    "VpcBlockPublicAccessOptions",
    (one) => one.InternetGatewayBlockMode === Mode,
  );

/** A call that was not made, or that AWS refused. */
const gap = (call: ReadCall): Feature => ({
  name: `${call} unread`,
  isIn: ({ captures }) =>
    captures.some(({ coverage }) => coverage.some((one) => one.call === call && one.status !== "ok")),
});

/** Of the calls that decide paths. */
const UNREAD_CALLS = [
  "DescribeRouteTables",
  "DescribeNetworkAcls",
  "DescribeSecurityGroups",
  "DescribeSecurityGroupVpcAssociations",
  "DescribeNetworkInterfaces",
  "DescribeInternetGateways",
  "DescribeEgressOnlyInternetGateways",
  "DescribeNatGateways",
  "DescribeVpcEndpoints",
  "DescribeVpcPeeringConnections",
  "DescribeTransitGateways",
  "DescribeTransitGatewayVpcAttachments",
  "SearchTransitGatewayRoutes",
  "GetTransitGatewayRouteTableAssociations",
  "DescribeVpnGateways",
  "DescribeVpcAttribute",
  "DescribeDhcpOptions",
  "DescribeSubnets",
  "DescribeInstances",
  "elbv2.DescribeLoadBalancers",
  "elbv2.DescribeListeners",
  "elbv2.DescribeTargetGroups",
  "elbv2.DescribeTargetGroupAttributes",
  "elbv2.DescribeTargetHealth",
] as const;

/** Endpoints, names, load balancers, data stores, switches, and where they are. */
export const SERVICES: Feature[] = [
  endpoint("a gateway", ({ VpcEndpointType }) => VpcEndpointType === "Gateway"),
  endpoint("an interface", ({ VpcEndpointType }) => VpcEndpointType === "Interface"),
  endpoint("a Gateway Load Balancer", ({ VpcEndpointType }) => VpcEndpointType === "GatewayLoadBalancer"),
  endpoint("a pending", ({ State }) => State?.toLowerCase().startsWith("pending") === true),
  endpoint("an unnamed", ({ PrivateDnsEnabled }) => PrivateDnsEnabled === false),
  endpoint("a resolver-only", (one) => one.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint === true),
  policy("that denies everything", (text) => text.includes('"Deny"')),
  policy("that allows nothing", (text) => !text.includes('"Allow"')),
  policy("of somebody's own", (text) => text.includes("s3:GetObject")),
  attribute("EnableDnsSupport", true),
  attribute("EnableDnsSupport", false),
  attribute("EnableDnsHostnames", true),
  attribute("EnableDnsHostnames", false),
  servers("Amazon's", (values) => values.includes("Amazon") && !values.includes('"10.')),
  servers("one's own", (values) => !values.includes("Amazon") && values.includes('"10.')),
  servers("both", (values) => values.includes("Amazon") && values.includes('"10.')),
  balancer("for applications", ({ Type }) => Type === "application"),
  balancer("for networks", ({ Type }) => Type === "network"),
  balancer("that failed", ({ State }) => State?.Code === "failed"),
  balancer("without groups", ({ SecurityGroups }) => SecurityGroups?.length === 0),
  ...["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"].map(listener),
  held("a listener that answers itself", "Listeners", (one) => one.DefaultActions?.[0]?.Type === "redirect"),
  held("a target group of weight 0", "Listeners", (one) =>
    (one.DefaultActions?.[0]?.ForwardConfig?.TargetGroups ?? []).some(({ Weight }) => Weight === 0),
  ),
  ...(["instance", "ip", "alb", "lambda"] as const).map(targets),
  registered("no targets", (all) => all.length === 0),
  ...["true", "false"].map((value) =>
    held(`preserve_client_ip.enabled ${value}`, "TargetGroupAttributes", ({ Attributes }) =>
      Attributes.some(({ Key, Value }) => Key === "preserve_client_ip.enabled" && Value === value),
    ),
  ),
  registered("an unhealthy target", (all) => all.some((one) => one.TargetHealth?.State === "unhealthy")),
  registered("a target with a port of its own", (all) =>
    all.some(({ Target }) => Target?.Port !== undefined),
  ),
  held("a database's interface", "NetworkInterfaces", (one) => one.Description === "RDSNetworkInterface"),
  held("a function", "Functions", () => true),
  held("a database", "DBInstances", () => true),
  held("a public database", "DBInstances", ({ PubliclyAccessible }) => PubliclyAccessible === true),
  held(
    "a load balancer that faces the internet",
    "LoadBalancers",
    ({ Scheme }) => Scheme === "internet-facing",
  ),
  held("a cache", "CacheClusters", () => true),
  mode("block-ingress"),
  mode("block-bidirectional"),
  held("an exclusion from Block Public Access", "VpcBlockPublicAccessExclusions", () => true),
  held("enforced encryption", "VpcEncryptionControls", ({ Mode }) => Mode === "enforce"),
  held("an exclusion from encryption", "VpcEncryptionControls", ({ ResourceExclusions }) =>
    Object.values(ResourceExclusions ?? {}).some((one) => one?.State === "enabled"),
  ),
  held("another account's VPC", "Vpcs", ({ OwnerId }) => OwnerId === "444455556666"),
  { name: "another Region's VPC", isIn: ({ captures }) => captures.some(isFar) },
  held("a stopped instance", "Reservations", (one) => one.Instances?.[0]?.State?.Name === "stopped"),
  held("a second range", "Vpcs", (one) => (one.CidrBlockAssociationSet ?? []).length > 1),
  held("an IPv6 range", "Vpcs", (one) => (one.Ipv6CidrBlockAssociationSet ?? []).length > 0),
  ...UNREAD_CALLS.map(gap),
];

function isFar({ region, resources }: { region: string | null; resources: { Vpcs?: unknown[] } }): boolean {
  return region === "us-east-1" && (resources.Vpcs ?? []).length > 0;
}
