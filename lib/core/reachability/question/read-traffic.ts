import { icmpSet } from "../compile/traffic-of-rule";
import { FlowError, type Flow, type PortRange } from "../flow";
import { EPHEMERAL_PORTS, type Asked } from "../judge/asked";
import { ALL_PORTS, portsBetween, type PortSet } from "../sets/port-set";
import { ALL_TRAFFIC, ICMP, ICMPV6, TCP, trafficOf, UDP } from "../sets/traffic";

const NUMBERS = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 } as const;

/** What a question is about, in each address family. Throws `FlowError` for what no packet can be. */
export function readAsked(flow: Flow, family: 4 | 6): Asked {
  const sourcePorts =
    flow.sourcePort === undefined ? EPHEMERAL_PORTS : readPorts(flow.sourcePort, "sourcePort");
  return { traffic: readTraffic(flow, family), sourcePorts };
}

function readTraffic(flow: Flow, family: 4 | 6) {
  const { protocol, port, icmp } = flow;
  if (protocol === "all") {
    refuse(port, "port", "A question about all protocols has no port.");
    refuse(icmp, "icmp", "A question about all protocols has no ICMP type.");
    return family === 4 ? { ...ALL_TRAFFIC, icmpv6: [] } : { ...ALL_TRAFFIC, icmp: [] };
  }
  const number = typeof protocol === "number" ? protocol : NUMBERS[protocol];
  if (!Number.isInteger(number) || number < 0 || number > 255) {
    throw new FlowError("invalid", "protocol", `${protocol} is not an IP protocol number: 0 to 255.`);
  }
  if (number === TCP || number === UDP) {
    refuse(icmp, "icmp", "An ICMP type goes with icmp or icmpv6.");
    return trafficOf(number, port === undefined ? ALL_PORTS : readPorts(port, "port"));
  }
  refuse(port, "port", "A port goes with tcp or udp.");
  if (number !== ICMP && number !== ICMPV6) {
    refuse(icmp, "icmp", "An ICMP type goes with icmp or icmpv6.");
    return trafficOf(number);
  }
  return trafficOf(number, readIcmp(icmp, number === ICMP ? 8 : 128));
}

/** Echo where no type is given. */
function readIcmp(icmp: Flow["icmp"], echo: number): PortSet {
  const { type, code } = icmp ?? { type: echo, code: 0 };
  for (const [field, value] of [
    ["icmp.type", type],
    ["icmp.code", code ?? 0],
  ] as const) {
    if (!Number.isInteger(value) || value < 0 || value > 255) {
      throw new FlowError("invalid", field, `${value} is not an ICMP ${field.slice(5)}: 0 to 255.`);
    }
  }
  return icmpSet(type, code);
}

function readPorts(port: number | PortRange, field: string): PortSet {
  const { from, to } = typeof port === "number" ? { from: port, to: port } : port;
  for (const value of [from, to]) {
    if (!Number.isInteger(value) || value < 0 || value > 65535) {
      throw new FlowError("invalid", field, `${value} is not a port: 0 to 65535.`);
    }
  }
  if (from > to) throw new FlowError("invalid", field, `The range ${from} to ${to} is reversed.`);
  return portsBetween(from, to);
}

function refuse(value: unknown, field: string, message: string): void {
  if (value !== undefined) throw new FlowError("invalid", field, message);
}
