/** The lanes of the diagram, left to right as a packet goes. */
export type Lane = "functions" | "network" | "exits" | "destinations";

const laneByKind: Readonly<Record<string, Lane>> = {
  connection: "functions",
  "internet-gateway": "exits",
  "egress-only-internet-gateway": "exits",
  "vpc-peering-connection": "exits",
  "transit-gateway": "exits",
  "vpn-gateway": "exits",
  internet: "destinations",
  "aws-service": "destinations",
  "peer-vpc": "destinations",
  "on-premises": "destinations",
};

const rankByLane: Readonly<Record<Lane, number>> = { functions: 0, network: 1, exits: 2, destinations: 3 };

/** A gateway endpoint stands on the VPC's edge, an interface endpoint in a subnet: where it is drawn tells which. */
export function laneOf(kind: string, parentKind: string | undefined): Lane {
  if (kind === "vpc-endpoint") return parentKind === "subnet" ? "network" : "exits";
  return laneByKind[kind] ?? "network";
}

export function laneRank(lane: Lane): number {
  return rankByLane[lane];
}

const subnetKindRank: Readonly<Record<string, number>> = { public: 0, private: 1, isolated: 2, unknown: 3 };

/** Public first, then private, isolated and unknown, as the diagram and the tables list them. */
export function subnetRank(subnetKind: string | undefined): number {
  return subnetKindRank[subnetKind ?? "unknown"] ?? 3;
}
