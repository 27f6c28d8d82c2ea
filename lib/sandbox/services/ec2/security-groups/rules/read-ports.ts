import type { IpPermission } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";

const NAMES: Readonly<Record<string, string>> = { "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6" };
const NAMED = new Set(Object.values(NAMES));
const HIGHEST_PORT = 65_535;
const HIGHEST_ICMP = 255;

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

function readProtocol(protocol: string): string {
  const name = protocol.toLowerCase();
  if (name === "-1" || NAMED.has(name)) return name;
  if (/^\d{1,3}$/.test(name) && Number(name) <= 255)
    return NAMES[String(Number(name))] ?? String(Number(name));
  return refuse(`Invalid value '${protocol}' for IP protocol. Unknown protocol.`);
}

function readTcpPorts(
  from: number | undefined,
  to: number | undefined,
): { FromPort: number; ToPort: number } {
  if (from === undefined || to === undefined) {
    return refuse("Invalid value for portRange. Must specify both from and to ports with TCP/UDP.");
  }
  for (const port of [from, to]) {
    if (port < 0 || port > HIGHEST_PORT) refuse(`TCP/UDP port (${String(port)}) out of range`);
  }
  if (from > to) refuse(`Invalid TCP/UDP port range (${String(from)}:${String(to)})`);
  return { FromPort: from, ToPort: to };
}

function readIcmpType(
  from: number | undefined,
  to: number | undefined,
): { FromPort: number; ToPort: number } {
  if (from === undefined || to === undefined) {
    return refuse("Invalid value for portRange. Must specify both from and to ports with ICMP.");
  }
  if (from < -1 || from > HIGHEST_ICMP) refuse(`ICMP type (${String(from)}) out of range`);
  if (to < -1 || to > HIGHEST_ICMP) refuse(`ICMP code (${String(to)}) out of range`);
  // "If the start port is -1 (all ICMP types), then the end port must be -1" (EC2 API reference: IpPermission).
  if (from === -1 && to !== -1) refuse(`ICMP code (${String(to)}) must be -1 when the type is -1`);
  return { FromPort: from, ToPort: to };
}

/**
 * A rule's protocol by AWS's name, and its ports: -1 for protocols that have none, whatever was asked. Refusals in the words
 * of 2024 and 2025: aws-cloudformation/cfn-lint issue 2999, getmoto/moto pull 8917.
 */
export function readPorts(permission: Pick<IpPermission, "IpProtocol" | "FromPort" | "ToPort">): {
  IpProtocol: string;
  FromPort: number;
  ToPort: number;
} {
  const { IpProtocol: asked, FromPort: from, ToPort: to } = permission;
  if (asked === undefined || asked === "") {
    return refuse(
      "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.",
    );
  }
  const IpProtocol = readProtocol(asked);
  switch (IpProtocol) {
    case "tcp":
    case "udp":
      return { IpProtocol, ...readTcpPorts(from, to) };
    case "icmp":
      return { IpProtocol, ...readIcmpType(from, to) };
    case "icmpv6":
      // The one protocol whose range may be absent: then it is every type (EC2 API reference: IpPermission).
      return { IpProtocol, ...readIcmpType(from ?? -1, to ?? -1) };
    default:
      return { IpProtocol, FromPort: -1, ToPort: -1 };
  }
}
