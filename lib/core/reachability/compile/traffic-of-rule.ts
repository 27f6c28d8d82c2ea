import type { IpPermission, NetworkAclEntry } from "@aws-sdk/client-ec2";
import type { Recorded } from "../../network/resources";
import { ALL_PORTS, portsBetween, type PortSet } from "../sets/port-set";
import { ALL_TRAFFIC, ICMP, ICMPV6, NO_TRAFFIC, TCP, trafficOf, UDP, type Traffic } from "../sets/traffic";

const PROTOCOL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["tcp", TCP],
  ["udp", UDP],
  ["icmp", ICMP],
  ["icmpv6", ICMPV6],
]);

/**
 * What a security group rule lets through. `-1` is every protocol; a number other than TCP, UDP and ICMP means all of
 * it, whatever ports stand there. A range of which one end is not given is open at that end.
 * Source: EC2 API, IpPermission.
 */
export function trafficOfPermission({
  IpProtocol,
  FromPort,
  ToPort,
}: Pick<Recorded<IpPermission>, "IpProtocol" | "FromPort" | "ToPort">): Traffic {
  const protocol = readProtocol(IpProtocol);
  if (protocol === undefined) return NO_TRAFFIC;
  if (protocol === -1) return ALL_TRAFFIC;
  if (protocol === TCP || protocol === UDP) return trafficOf(protocol, readPorts(FromPort, ToPort));
  if (protocol === ICMP || protocol === ICMPV6) return trafficOf(protocol, icmpSet(FromPort, ToPort));
  return trafficOf(protocol);
}

/** The same of a network ACL's entry, whose protocol is always a number. Source: EC2 API, NetworkAclEntry. */
export function trafficOfAclEntry({
  Protocol,
  PortRange,
  IcmpTypeCode,
}: Pick<Recorded<NetworkAclEntry>, "Protocol" | "PortRange" | "IcmpTypeCode">): Traffic {
  const protocol = readProtocol(Protocol);
  if (protocol === undefined) return NO_TRAFFIC;
  if (protocol === -1) return ALL_TRAFFIC;
  if (protocol === TCP || protocol === UDP) {
    return trafficOf(protocol, readPorts(PortRange?.From, PortRange?.To));
  }
  if (protocol === ICMP || protocol === ICMPV6) {
    return trafficOf(protocol, icmpSet(IcmpTypeCode?.Type, IcmpTypeCode?.Code));
  }
  return trafficOf(protocol);
}

/** ICMP types and codes as numbers of a set; -1 or nothing stands for all. */
export function icmpSet(type: number | undefined, code: number | undefined): PortSet {
  if (type === undefined || type === -1) return ALL_PORTS;
  if (type < 0 || type > 255) return [];
  if (code === undefined || code === -1) return portsBetween(type * 256, type * 256 + 255);
  return code < 0 || code > 255 ? [] : portsBetween(type * 256 + code, type * 256 + code);
}

/** `-1` for all; undefined for what names no protocol. Recordings hold numbers where AWS's type says text. */
function readProtocol(protocol: string | number | undefined | null): number | undefined {
  const text = String(protocol).toLowerCase();
  const number = PROTOCOL_NUMBERS.get(text) ?? Number(text);
  return Number.isInteger(number) && number >= -1 && number <= 255 ? number : undefined;
}

/** `-1` or nothing at either end stands for no limit there. */
function readPorts(from: number | undefined | null, to: number | undefined | null): PortSet {
  const start = from ?? -1;
  const end = to ?? -1;
  const ports = portsBetween(start === -1 ? 0 : start, end === -1 ? 65535 : end);
  return ports.some((port) => port < 0 || port > 65535) ? [] : ports;
}
