import type { FunctionList } from "@/lib/contract/functions";
import type { RequestContext } from "../../context";
import { listFunctions } from "./list-functions";

/** About 600 bytes each in a page's HTML, twice as much parsed. */
const MOST = 1000;

/** Every function of a snapshot in one piece, for a page's first HTML. Throws where there are more than 1,000. */
export async function listFewFunctions(
  ctx: RequestContext,
  snapshotId: string | undefined,
): Promise<FunctionList> {
  const list = await listFunctions({ ctx, input: { snapshotId, limit: MOST } });
  if (list.nextCursor !== null) throw new Error(`${list.total} functions are too many for one page.`);
  return list;
}
