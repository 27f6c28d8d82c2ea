import type { ToldWitness } from "./told-answer";

const NAMES: ReadonlyMap<number, string> = new Map([
  [1, "ICMP"],
  [6, "TCP"],
  [17, "UDP"],
  [58, "ICMPv6"],
]);

/** One packet: `TCP 10.0.1.4:49152 to 10.0.3.7:5432`. */
export function describeWitness(witness: ToldWitness): string {
  const { protocol, sourceAddress, sourcePort, destinationAddress, destinationPort, icmp } = witness;
  const name = NAMES.get(protocol) ?? `IP protocol ${protocol}`;
  const type = icmp ? ` type ${icmp.type} code ${icmp.code}` : "";
  return `${name}${type} ${end(sourceAddress, sourcePort)} to ${end(destinationAddress, destinationPort)}`;
}

function end(address: string | null, port: number | undefined): string {
  const shown = address ?? "some address";
  if (port === undefined) return shown;
  if (address === null) return `${shown}, port ${port}`;
  return address.includes(":") ? `[${shown}]:${port}` : `${shown}:${port}`;
}
