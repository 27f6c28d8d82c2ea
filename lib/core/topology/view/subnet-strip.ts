import type { ViewGraph, ViewNode } from "./view-graph";

/** What a subnet's strip shows in one line; parts that were not read are left out. */
export interface SubnetStrip {
  cidr?: string;
  /** As the facts give it: `243 of 251`. */
  freeAddresses?: string;
  /** Name of what its default route leads to; absent where it has none. */
  exit?: string;
}

const DEFAULT_ROUTES: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

/** CIDR, free addresses and way out of a subnet, from its facts and the edge of its default route. */
export function toSubnetStrip(graph: ViewGraph, subnet: ViewNode): SubnetStrip {
  const free = subnet.facts.find((fact) => fact.label === "Free addresses")?.value;
  const exits = (graph.outgoing.get(subnet.id) ?? [])
    .filter(
      (edge) =>
        edge.kind === "route" && (edge.label ?? "").split(", ").some((part) => DEFAULT_ROUTES.has(part)),
    )
    .map((edge) => graph.nodeById.get(edge.target)?.label ?? edge.target);
  return {
    ...(subnet.sublabel === undefined ? {} : { cidr: subnet.sublabel }),
    ...(free === undefined ? {} : { freeAddresses: free }),
    ...(exits.length === 0 ? {} : { exit: exits.join(", ") }),
  };
}

/** The strip as text: `10.0.1.0/24 · 243 of 251 free · out by nat-a`. */
export function subnetStripText({ cidr, freeAddresses, exit }: SubnetStrip): string {
  return [
    cidr,
    freeAddresses === undefined ? undefined : `${freeAddresses} free`,
    exit === undefined ? undefined : `out by ${exit}`,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
