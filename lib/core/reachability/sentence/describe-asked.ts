import type { Flow } from "../flow";

type Asked = Pick<Flow, "protocol" | "port" | "icmp">;

/** What a question is about, as a person says it: `tcp 5432`, `udp 1000 to 2000`, `ping`, `any traffic`. */
export function describeAsked({ protocol, port, icmp }: Asked): string {
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

/** The same as it follows "can reach": `on tcp 5432`, `on any udp port`, `by ping (ICMP echo)`, `with any traffic`. */
export function describeMeans(asked: Asked): string {
  const { protocol, port, icmp } = asked;
  if (protocol === "tcp" || protocol === "udp") {
    return port === undefined ? `on any ${protocol} port` : `on ${describeAsked(asked)}`;
  }
  const isPing = (protocol === "icmp" || protocol === "icmpv6") && icmp === undefined;
  return `${isPing ? "by" : "with"} ${describeAsked(asked)}`;
}
