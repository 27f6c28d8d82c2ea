import { coverageOf } from "../../network/coverage-of";
import type { Network } from "../../network/network";
import { vpcCidrBlocks } from "../../network/vpc-cidr-blocks";
import { keptPerIndex, oncePerIndex } from "../index/kept";
import { indexNetwork } from "../index/network-index";
import { formatCidr, parseCidr, parseCidrs, rangesOverlap } from "../sets/address-range";
import { dataStoreTargets, type KnownTarget } from "./known-targets";
import { peersOf, type Peer } from "./peers";

const HTTPS = 443;

/**
 * Peers of a VPC by their addresses, where what is in them was not read. Of one that was read, what it holds is asked
 * about by name: as a whole, it would be reached only where each of its addresses answers.
 */
export function peerTargets(network: Network, vpcId: string): KnownTarget[] {
  return targetsOf(indexNetwork(network), vpcId);
}

const targetsOf = keptPerIndex((index, vpcId): KnownTarget[] => {
  const { network } = index;
  const known = vpcsWithContent(index);
  const peers = peersOf(network, vpcId);
  const ranges = vpcCidrBlocks(network, vpcId);
  for (const peer of peers) if (peer.vpcId !== null) ranges.push(...peer.cidrs);
  return peers
    .filter((peer) => peer.vpcId === null || !(known.has(peer.vpcId) || isRead(network, peer.vpcId)))
    .flatMap(({ vpcId: peerId, name, accountId, cidrs }) =>
      cidrs
        .filter((cidr) => isAskable(cidr, peerId === null ? ranges : []))
        .map((cidr): KnownTarget => ({
          key: `peer:${peerId ?? name}:${cidr}`,
          kind: "peer-vpc",
          label: labelOf({ vpcId: peerId, name, accountId }, cidr),
          destination: { cidr },
          protocol: "tcp",
          port: HTTPS,
          vpcId: peerId,
        })),
    );
});

/** What tells it apart comes first, since the end may be cut off: where there is no name, the addresses. */
function labelOf(
  { vpcId, name, accountId }: Pick<Peer, "vpcId" | "name" | "accountId">,
  cidr: string,
): string {
  const owner = accountId === null ? [] : [accountId];
  if (name === vpcId || AN_ID.test(name)) return `${cidr} (${[name, ...owner].join(", ")})`;
  return `${name}${owner.map((id) => ` (${id})`).join("")} ${cidr}`;
}

/** Of what is no VPC; its name stands in its place where it has one. */
const AN_ID = /^(?:tgw|vpn)-[0-9a-f]+$/;

function isRead(network: Network, vpcId: string): boolean {
  const vpc = network.vpcs.get(vpcId);
  return vpc !== undefined && coverageOf(network, "DescribeNetworkInterfaces", vpc).status === "ok";
}

/** Where something is known that is asked about by name. */
const vpcsWithContent = oncePerIndex(
  ({ network }) =>
    new Set<string | null | undefined>([
      ...dataStoreTargets(network, null).map((target) => target.vpcId),
      ...[...network.loadBalancers.values()].map(({ resource }) => resource.VpcId),
    ]),
);

/** Those of every VPC that functions are in, each once. */
export function allPeerTargets(network: Network): KnownTarget[] {
  const vpcIds = [...network.lookups.connectionIdsByVpc.keys()].sort();
  const targets = vpcIds.flatMap((vpcId) => peerTargets(network, vpcId));
  return [...new Map(targets.map((target) => [target.key, target])).values()];
}

/**
 * Of what lies behind a gateway, a range that holds a network which is known, as 10.0.0.0/8 does, says nothing of the
 * rest. A block that another account's owner wrote in an odd way cannot be asked about.
 */
function isAskable(cidr: string, others: readonly string[]): boolean {
  const range = parseCidr(cidr);
  if (range?.family !== 4 || formatCidr(range) !== cidr) return false;
  return !parseCidrs(others).some((other) => rangesOverlap(range, other));
}
