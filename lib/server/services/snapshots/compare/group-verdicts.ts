import { setImmediate as turn } from "node:timers/promises";
import type { Connection, Network } from "@/lib/core/network/network";
import { targetsAround } from "@/lib/core/plans/reach/targets-around";
import { withIpv6Internet } from "@/lib/core/reachability/targets/ipv6-internet";
import { pairTargets, type PairedTargets } from "@/lib/core/reachability/targets/pair-targets";
import { listConnections } from "../../reachability/list-connections";

/** Connections of one VPC that are in both snapshots, and the targets that they are asked about in both. */
export interface VerdictGroup {
  connections: Connection[];
  targets: PairedTargets["pairs"];
  /** Targets that one snapshot lacks, or that are too many to be asked about. */
  leftOut: number;
}

export interface GroupedVerdicts {
  groups: VerdictGroup[];
  /** Connections that only one of the two has. */
  unpaired: number;
}

/** What can be asked of both networks, VPC by VPC. Throws ApiError `not_found` for a VPC that the newer one lacks. */
export async function groupVerdicts(
  before: Network,
  after: Network,
  vpcId: string | undefined,
): Promise<GroupedVerdicts> {
  const now = listConnections(after, vpcId);
  const both = now.filter(({ id }) => before.connections.has(id));
  const old = [...before.connections.values()].filter((one) => vpcId === undefined || one.vpcId === vpcId);
  const gone = old.filter(({ id }) => !after.connections.has(id)).length;
  const groups: VerdictGroup[] = [];
  for (const [vpc, connections] of byVpc(both)) {
    groups.push(toGroup(before, after, vpc, connections));
    await turn();
  }
  return { groups, unpaired: now.length - both.length + gone };
}

function byVpc(connections: readonly Connection[]): Map<string | null, Connection[]> {
  const groups = new Map<string | null, Connection[]>();
  for (const one of connections) {
    const group = groups.get(one.vpcId);
    if (group) group.push(one);
    else groups.set(one.vpcId, [one]);
  }
  return groups;
}

function toGroup(
  before: Network,
  after: Network,
  vpcId: string | null,
  connections: Connection[],
): VerdictGroup {
  const [was, is] = [before, after].map((network) => {
    const around = targetsAround(network, vpcId === null ? [] : [vpcId]);
    return { ...around, targets: withIpv6Internet(network, around.targets, connections) };
  });
  const { pairs, unpaired } = pairTargets(was?.targets ?? [], is?.targets ?? []);
  const leftOut = unpaired + Math.max(was?.omitted ?? 0, is?.omitted ?? 0);
  return { connections, targets: pairs, leftOut };
}
