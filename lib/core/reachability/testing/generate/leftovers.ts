import { readCalls, keyOfCall } from "@/lib/core/network/calls";
import type { Capture, CoverageEntry } from "@/lib/core/network/snapshot";
import { add, IDLE_ADDRESS, type PlaceDraft, type World } from "./draft";
import type { Random } from "./random";
import { addSecurityGroupRules } from "./security-group-rules";

/** What accounts are full of and what means nothing: deleted things without ids or ranges, null lists, doubles. */
export function addLeftovers(world: World): void {
  const { random, places } = world;
  for (const place of places) {
    if (random.chance(0.3))
      add(place, "VpcPeeringConnections", {
        VpcPeeringConnectionId: `pcx-deleted-${place.region}`,
        Status: { Code: "deleted" },
        RequesterVpcInfo: { VpcId: "vpc-0" },
        AccepterVpcInfo: { VpcId: "vpc-1" },
      });
    if (random.chance(0.3))
      add(place, "Reservations", {
        ReservationId: "r-gone",
        Instances: [{ InstanceId: "i-gone", State: { Name: "terminated" } }],
      });
    if (random.chance(0.2))
      add(place, "NatGateways", { NatGatewayId: "nat-gone", State: "deleted", VpcId: "vpc-0" });
    if (random.chance(0.2))
      add(
        place,
        "RouteTables",
        JSON.parse(
          '{"RouteTableId":"rtb-empty","VpcId":"vpc-0","Routes":null,"Associations":null}',
        ) as object,
      );
    if (random.chance(0.5))
      add(place, "Addresses", { PublicIp: IDLE_ADDRESS, AllocationId: "eipalloc-idle", Domain: "vpc" });
    if (random.chance(0.2)) {
      const [first] = place.resources.SecurityGroups ?? [];
      if (first) add(place, "SecurityGroups", { ...first });
    }
    if (random.chance(0.15))
      add(place, "VpnConnections", {
        VpnConnectionId: "vpn-0",
        State: "available",
        VgwTelemetry: [{ Status: random.chance(0.5) ? "UP" : "DOWN" }],
      });
  }
}

/** Captures of every place; in a quarter of them some calls were refused or not made. */
export function toCaptures({ random, places }: World): Capture[] {
  for (const place of places) if (random.chance(0.5)) addSecurityGroupRules(place);
  return places.map((place) => toCapture(random, place));
}

/** What decides paths: a gap elsewhere changes nothing. */
const GAPS = [
  "DescribeRouteTables",
  "DescribeNetworkAcls",
  "DescribeSecurityGroups",
  "DescribeNetworkInterfaces",
  "DescribeInternetGateways",
  "DescribeNatGateways",
  "DescribeVpcEndpoints",
  "DescribeVpcPeeringConnections",
  "DescribeTransitGateways",
  "DescribeTransitGatewayVpcAttachments",
  "DescribeTransitGatewayAttachments",
  "SearchTransitGatewayRoutes",
  "GetTransitGatewayRouteTableAssociations",
  "DescribeVpnGateways",
  "DescribeEgressOnlyInternetGateways",
  "DescribeVpcAttribute",
  "DescribeSubnets",
  "DescribeInstances",
  "DescribeSecurityGroupVpcAssociations",
  "DescribeDhcpOptions",
  "elbv2.DescribeLoadBalancers",
  "elbv2.DescribeListeners",
  "elbv2.DescribeTargetGroups",
  "elbv2.DescribeTargetGroupAttributes",
  "elbv2.DescribeTargetHealth",
] as const;

const RULES = ["DescribeSecurityGroups", "DescribeSecurityGroupRules"] as const;

function toCapture(random: Random, { accountId, region, resources }: PlaceDraft): Capture {
  const gaps = new Set<string>();
  if (resources.SecurityGroupRules === undefined) gaps.add("DescribeSecurityGroupRules");
  if (random.chance(0.18)) gaps.add(random.pick(GAPS));
  if (random.chance(0.05)) gaps.add(random.pick(GAPS));
  if (random.chance(0.02)) for (const call of RULES) gaps.add(call);
  const coverage = readCalls.map((call): CoverageEntry => {
    if (!gaps.has(call)) return { call, status: "ok" };
    if (random.chance(0.5)) return { call, status: "absent" };
    return {
      call,
      status: "failed",
      error: { code: "UnauthorizedOperation", message: "You are not authorized." },
    };
  });
  const kept = Object.entries(resources).filter(
    ([key]) => !readCalls.some((call) => keyOfCall[call] === key && gaps.has(call)),
  );
  return {
    accountId,
    region,
    capturedAt: "2026-01-02T03:04:05.000Z",
    resources: Object.fromEntries(kept),
    unknown: {},
    coverage,
  };
}
