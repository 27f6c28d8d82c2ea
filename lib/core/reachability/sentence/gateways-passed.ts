import type { ToldHop, ToldTrace, ToldWords } from "./told-answer";

/** Gateways worth naming: what a reader would ask next about a path that works. */
const PASSED: ReadonlyMap<string, string> = new Map([
  ["nat-gateway", "NAT gateway"],
  ["vpc-endpoint", "endpoint"],
  ["vpc-peering-connection", "peering connection"],
  ["transit-gateway", "transit gateway"],
  ["vpn-gateway", "VPN gateway"],
  ["egress-only-internet-gateway", "egress-only internet gateway"],
]);

export interface GatewaysPassed {
  /** `NAT gateway`. */
  kind: string;
  resourceIds: string[];
}

/** What packets go through, where all of them go through one kind of gateway; null where they do not, or through none. */
export function gatewaysPassed(
  traces: readonly Pick<ToldTrace, "forward">[],
  nameOf: ToldWords["nameOf"],
): GatewaysPassed | null {
  const passed = traces.flatMap(({ forward }) => gatewayOn(forward, nameOf) ?? []);
  const [kind, ...others] = new Set(passed.map((hop) => PASSED.get(hop.kind)));
  if (kind === undefined || others.length > 0 || passed.length < traces.length) return null;
  return { kind, resourceIds: [...new Set(passed.map(({ resourceId }) => resourceId))] };
}

/** An interface endpoint is where the packet arrives; AWS names it in its interface's description. */
function gatewayOn(
  forward: readonly ToldHop[],
  nameOf: ToldWords["nameOf"],
): Pick<ToldHop, "kind" | "resourceId"> | undefined {
  const arrival = forward.at(-1);
  const name = arrival && nameOf(arrival.resourceId);
  const [, endpointId] = /^VPC Endpoint Interface (vpce-\w+)$/.exec(name ?? "") ?? [];
  if (endpointId !== undefined) return { kind: "vpc-endpoint", resourceId: endpointId };
  return forward.find(({ kind }) => PASSED.has(kind));
}
