import { setImmediate as turn } from "node:timers/promises";
import type { z } from "zod";
import { MAX_COMPARED_VERDICTS, MAX_VERDICT_CHANGES } from "@/lib/contract/limits";
import type {
  VerdictChange,
  VerdictComparison,
  verdictComparisonQuery,
} from "@/lib/contract/reachability/verdict-comparison";
import type { Network } from "@/lib/core/network/network";
import { changeKind } from "@/lib/core/reachability/matrix/verdict-changes";
import type { ServerContext } from "../../../context";
import { ApiError } from "../../../http/api-error";
import { evaluateColumns } from "../../reachability/evaluate-columns";
import { toFlowSource, toReachabilityConnection } from "../../reachability/list-connections";
import { getNetwork } from "../get-network";
import { getReadyPair } from "./get-ready-pair";
import { groupVerdicts, type VerdictGroup } from "./group-verdicts";

interface Networks {
  before: Network;
  after: Network;
}

/**
 * What each connection that is in both snapshots reaches now and did not, or the other way round. Throws ApiError
 * `not_found`, `conflict` unless both are ready, `too_large` before anything is computed.
 */
export async function compareVerdicts(
  ctx: Pick<ServerContext, "database">,
  { id, query }: { id: string; query: z.output<typeof verdictComparisonQuery> },
): Promise<VerdictComparison> {
  const { snapshot, base } = await getReadyPair(ctx, id, query.with);
  const { network: before } = await getNetwork({ ctx, snapshotId: base.id });
  const { network: after } = await getNetwork({ ctx, snapshotId: snapshot.id });
  const { groups, unpaired } = await groupVerdicts(before, after, query.vpcId);
  const verdicts = sum(groups, ({ connections, targets }) => connections.length * targets.length);
  requireComparable(verdicts, query.vpcId);
  const { items, total } = await findVerdictChanges({ before, after }, groups);
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    withId: base.id,
    withCapturedAt: base.capturedAt,
    items,
    total,
    compared: { connections: sum(groups, ({ connections }) => connections.length), verdicts },
    notCompared: { connections: unpaired, targets: sum(groups, ({ leftOut }) => leftOut) },
  };
}

/** Throws ApiError `too_large` where one request would ask for more verdicts than it gets. */
export function requireComparable(verdicts: number, vpcId: string | undefined): void {
  if (verdicts <= MAX_COMPARED_VERDICTS) return;
  const message = `${verdicts} verdicts would be compared, which is more than ${MAX_COMPARED_VERDICTS}.`;
  const nextStep =
    vpcId === undefined
      ? "Ask about one VPC (vpcId)."
      : "Ask about single connections with POST /api/reachability in each of the two snapshots.";
  throw new ApiError("too_large", message, { field: "vpcId", nextStep });
}

async function findVerdictChanges(
  networks: Networks,
  groups: readonly VerdictGroup[],
): Promise<Pick<VerdictComparison, "items" | "total">> {
  const items: VerdictChange[] = [];
  let total = 0;
  for (const group of groups) {
    const changes = await changesOf(networks, group);
    total += changes.length;
    items.push(...changes.slice(0, MAX_VERDICT_CHANGES - items.length));
    await turn();
  }
  return { items, total };
}

async function changesOf(
  { before, after }: Networks,
  { connections, targets }: VerdictGroup,
): Promise<VerdictChange[]> {
  const sources = connections.map(toFlowSource);
  const ask = (network: Network, side: "before" | "after") =>
    evaluateColumns(
      network,
      sources,
      targets.map((pair) => ({ target: pair[side], destination: pair[side].destination })),
    );
  const [was, is] = [await ask(before, "before"), await ask(after, "after")];
  return connections.flatMap((one, row) => {
    const connection = toReachabilityConnection(after, one);
    return targets.flatMap((pair, column): VerdictChange[] => {
      const verdicts = { before: was[row]?.[column] ?? "unknown", after: is[row]?.[column] ?? "unknown" };
      const kind = changeKind(verdicts);
      if (kind === "unchanged") return [];
      return [{ connection, target: pair.after, targetBefore: pair.before, ...verdicts, kind }];
    });
  });
}

function sum(groups: readonly VerdictGroup[], count: (group: VerdictGroup) => number): number {
  return groups.reduce((total, group) => total + count(group), 0);
}
