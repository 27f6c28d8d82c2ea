import type { RouteTargetKind } from "../../network/routing/route-target";
import type { NodeKind } from "../graph";

/**
 * What a route's target is drawn as, and in which container when nothing else places it. Null: not drawn (`local` is
 * the container itself; the others have no node yet and are told as omitted).
 */
export const targetNodes: Record<RouteTargetKind, { kind: NodeKind; parent: "vpc" | "region" } | null> = {
  local: null,
  "internet-gateway": { kind: "internet-gateway", parent: "vpc" },
  "egress-only-internet-gateway": { kind: "egress-only-internet-gateway", parent: "vpc" },
  "nat-gateway": { kind: "nat-gateway", parent: "vpc" },
  "gateway-endpoint": { kind: "vpc-endpoint", parent: "vpc" },
  "gateway-load-balancer-endpoint": { kind: "vpc-endpoint", parent: "vpc" },
  "vpc-peering-connection": { kind: "vpc-peering-connection", parent: "vpc" },
  "transit-gateway": { kind: "transit-gateway", parent: "region" },
  "vpn-gateway": { kind: "vpn-gateway", parent: "vpc" },
  "network-interface": { kind: "network-interface", parent: "vpc" },
  instance: { kind: "instance", parent: "vpc" },
  "vpc-lattice": null,
  "carrier-gateway": null,
  "local-gateway": null,
  "core-network": null,
  "odb-network": null,
  "ip-address": null,
  unknown: null,
};
