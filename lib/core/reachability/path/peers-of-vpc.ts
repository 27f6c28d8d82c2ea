import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import type { CidrRange } from "../sets/address-range";
import { isInterRegion, rangesOf } from "../walk/targets/peering";

/** A VPC that is joined by a peering connection which works, as far as is known. */
interface Peer {
  vpcId: string;
  /** Empty where they are not known. */
  ranges: readonly CidrRange[];
  vpcPeeringConnectionId: string;
  /** Null where that is not known. */
  interRegion: boolean | null;
}

export function peersOfVpc(index: NetworkIndex, vpcId: string): readonly Peer[] {
  return peersByVpc(index).get(vpcId) ?? [];
}

const peersByVpc = oncePerIndex((index) => {
  const peers = new Map<string | undefined, Peer[]>();
  for (const { resource } of index.network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: requester = {}, AccepterVpcInfo: accepter = {}, Status } = resource;
    if (Status?.Code !== undefined && Status.Code !== "active") continue;
    const { VpcPeeringConnectionId: vpcPeeringConnectionId } = resource;
    const interRegion = isInterRegion(requester, accepter);
    for (const [own, other] of [
      [requester, accepter],
      [accepter, requester],
    ] as const) {
      const known = peers.get(own.VpcId) ?? [];
      const ranges = rangesOf(index, other);
      known.push({ vpcId: other.VpcId ?? "", ranges, vpcPeeringConnectionId, interRegion });
      peers.set(own.VpcId, known);
    }
  }
  return peers;
});
