import type { Resource } from "@/lib/core/network/network";
import { PREMISES_CIDR } from "../draft";
import type { Random } from "../random";

type Route = Resource<"TransitGatewayRoutes">["Routes"][number];

/** By what a data centre may be joined, in no order of rank. */
const EDGES = [
  { ResourceType: "vpn", ResourceId: "vpn-0", chance: 0.25 },
  { ResourceType: "direct-connect-gateway", ResourceId: "dxgw-0", chance: 0.3 },
  { ResourceType: "connect", ResourceId: "tgw-attach-transport", chance: 0.2 },
  { ResourceType: "client-vpn", ResourceId: "cvpn-endpoint-0", chance: 0.04 },
  { ResourceType: "vpn-concentrator", ResourceId: "vpcn-0", chance: 0.04 },
] as const;

/** What a data centre announces: by VPN, Direct Connect or Connect, now and then the same by several of them. */
export function edgeRoutes(random: Random): Route[] {
  const routes = EDGES.filter(({ chance }) => random.chance(chance)).map(
    ({ ResourceType, ResourceId }): Route => ({
      DestinationCidrBlock: PREMISES_CIDR,
      TransitGatewayAttachments: [
        { TransitGatewayAttachmentId: `tgw-attach-${ResourceType}`, ResourceId, ResourceType },
      ],
      Type: ResourceType === "client-vpn" || random.chance(0.1) ? "static" : "propagated",
      State: "active",
    }),
  );
  const isStatic = ({ Type }: Route) => Type === "static";
  // A table holds one static route for a range.
  const [first] = routes.filter(isStatic);
  return routes.filter((route) => !isStatic(route) || route === first);
}
