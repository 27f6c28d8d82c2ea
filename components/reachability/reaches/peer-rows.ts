import type { Reaches } from "@/lib/contract/reachability/matrix";
import { mergedVerdict } from "@/lib/core/topology/reach/merged-verdict";
import { toStatusLook } from "@/lib/core/operations/state-tone";
import type { Verdict } from "@/lib/core/reachability/trace";

export interface PeerRow {
  peer: Reaches["peers"][number];
  /** What was asked about in it. */
  items: Reaches["items"];
  /** Of them together; `mixed` where they differ. Null where there is nothing to ask about. */
  verdict: Verdict | null;
  reached: number;
}

/** Each peer with what in it was asked about: what it holds, or its addresses where no more is known. */
export function peerRows({ peers, items, vpcId }: Pick<Reaches, "peers" | "items" | "vpcId">): PeerRow[] {
  return peers.map((peer) => {
    const own = items.filter(({ target }) =>
      peer.vpcId === null
        ? target.key.startsWith(`peer:${peer.name}:`)
        : target.vpcId === peer.vpcId && target.vpcId !== vpcId,
    );
    return {
      peer,
      items: own,
      verdict: own.length === 0 ? null : mergedVerdict(own.map(({ verdict }) => verdict)),
      reached: own.filter(({ verdict }) => verdict === "reachable").length,
    };
  });
}

/** Targets of a peer differ for good, where those of a function's subnets would take turns: so they are counted. */
export function reachedWords({ verdict, reached, items }: PeerRow): string {
  return verdict === "mixed" && items.length > 1
    ? `${reached} of ${items.length} reached`
    : toStatusLook("verdict", verdict).label;
}
