import type { ResourceKey } from "../resources";

/**
 * What changes by itself or within minutes of somebody's doing, in the words of the menu that reads it again. Kinds of
 * one word are said once. This table is the only list of them: what is read and what is promised cannot differ.
 */
const wordByKind = {
  Functions: "functions",
  FunctionStates: "their states",
  NetworkInterfaces: "network interfaces",
  Subnets: "free addresses",
  NatGateways: "NAT gateways",
  VpcEndpoints: "endpoints",
  VpcPeeringConnections: "peerings",
  TransitGatewayAttachments: "transit gateway attachments",
  TransitGatewayPeeringAttachments: "transit gateway attachments",
  TransitGatewayVpcAttachments: "transit gateway attachments",
} as const satisfies Partial<Record<ResourceKey, string>>;

export type ChangingKey = keyof typeof wordByKind;

export const CHANGING_KEYS: ReadonlySet<ResourceKey> = new Set(
  // `Object.keys` widens to string; the table's own type says which they are.
  Object.keys(wordByKind) as ChangingKey[],
);

/** "Functions, their states, network interfaces, …". */
export function changingWords(): string {
  const words = [...new Set<string>(Object.values(wordByKind))].join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
