import type { Flow } from "../flow";

/** What a question is about, as a person says it: `tcp 5432`, `udp 1000 to 2000`, `ping`, `any traffic`. */
export function describeAsked({ protocol, port, icmp }: Pick<Flow, "protocol" | "port" | "icmp">): string {
  if (protocol === "all") return "any traffic";
  if (typeof protocol === "number") return `IP protocol ${protocol}`;
  if (protocol === "icmp" || protocol === "icmpv6") {
    const name = protocol === "icmp" ? "ICMP" : "ICMPv6";
    if (icmp === undefined) return `ping (${name} echo)`;
    return `${name} type ${icmp.type}${icmp.code === undefined ? "" : ` code ${icmp.code}`}`;
  }
  if (port === undefined) return `${protocol} on any port`;
  if (typeof port === "number") return `${protocol} ${port}`;
  return port.from === port.to ? `${protocol} ${port.from}` : `${protocol} ${port.from} to ${port.to}`;
}
