import type { Endpoint } from "../index/endpoint";
import type { Hop } from "../trace";

/** An interface as hops: with the instance or function that it belongs to, which stands outside it. */
export function endpointHops(endpoint: Endpoint, end: "start" | "end"): Hop[] {
  const hops: Hop[] = [];
  if (endpoint.instanceId !== null) hops.push({ kind: "instance", resourceId: endpoint.instanceId });
  if (endpoint.networkInterfaceId !== null) {
    hops.push({ kind: "network-interface", resourceId: endpoint.networkInterfaceId });
  } else if (endpoint.role === "function") {
    hops.push({ kind: "function", resourceId: endpoint.id });
  } else if (endpoint.role !== "nat-gateway" && endpoint.role !== "instance") {
    hops.push({ kind: "other", resourceId: endpoint.id });
  }
  return end === "start" ? hops : hops.reverse();
}

/** One list of hops, without the repetition where one leg begins at the place where another ended. */
export function joinHops(...lists: readonly (readonly Hop[])[]): Hop[] {
  const joined: Hop[] = [];
  for (const hop of lists.flat()) {
    const last = joined.at(-1);
    if (last?.kind !== hop.kind || last.resourceId !== hop.resourceId) {
      joined.push(hop);
      continue;
    }
    const evidence = [...(last.evidence ?? []), ...(hop.evidence ?? [])];
    joined[joined.length - 1] = { ...hop, ...last, ...(evidence.length > 0 && { evidence }) };
  }
  return joined;
}
