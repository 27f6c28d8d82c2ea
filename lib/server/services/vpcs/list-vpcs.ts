import type { z } from "zod";
import type { vpcList, VpcSummary } from "@/lib/contract/vpcs";
import type { RequestContext } from "../../context";
import { getNetwork } from "../snapshots/get-network";
import { toVpcSummary } from "./to-vpc-summary";

/** VPCs by name, those without one by id after them. Throws ApiError `no_snapshot` before anything was read. */
export async function listVpcs({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { snapshotId?: string | undefined };
}): Promise<z.infer<typeof vpcList>> {
  const { network, snapshot } = await getNetwork({ ctx, snapshotId: input.snapshotId });
  const items = [...network.vpcs.keys()].map((vpcId) => toVpcSummary(network, vpcId));
  return { items: items.sort(byName), snapshotId: snapshot.id, capturedAt: snapshot.capturedAt };
}

function byName(a: VpcSummary, b: VpcSummary): number {
  const unnamed = Number(a.name === null) - Number(b.name === null);
  return unnamed || (a.name ?? "").localeCompare(b.name ?? "", "en") || (a.vpcId < b.vpcId ? -1 : 1);
}
