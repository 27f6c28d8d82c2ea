import type { z } from "zod";
import type { ReachabilityTarget, TargetList, targetListQuery } from "@/lib/contract/reachability/targets";
import type { RequestContext } from "../../../context";
import { requireFunction } from "../../functions/require-function";
import { getNetwork } from "../../snapshots/get-network";
import { listAllTargets } from "./list-all-targets";

/** What a person may want to ask about: what is everywhere first, then what is in the function's VPC, then the rest. */
export async function listTargets({
  ctx,
  input: { snapshotId, functionName, q = "", limit },
}: {
  ctx: RequestContext;
  input: z.output<typeof targetListQuery>;
}): Promise<TargetList> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId });
  const fn = functionName ? requireFunction(network, functionName, "functionName") : undefined;
  const vpcId = fn?.attachment?.vpcId;
  const found = listAllTargets(network).filter((target) => isNamed(target, q.trim().toLowerCase()));
  const rank = (target: ReachabilityTarget) => (target.vpcId === null ? 0 : target.vpcId === vpcId ? 1 : 2);
  const items = found.sort((a, b) => rank(a) - rank(b)).slice(0, limit);
  return { snapshotId: snapshot.id, items, total: found.length };
}

function isNamed({ key, label, destination }: ReachabilityTarget, part: string): boolean {
  const names = [key, label, ...Object.values(destination).map(String)];
  return names.some((name) => name.toLowerCase().includes(part));
}
