import { setImmediate as turn } from "node:timers/promises";
import type { AnyRegionCall } from "../../aws/reads/region-call";
import { failedCoverage, type CallOutcome } from "./call-outcome";
import type { Reading } from "./reading";
import { toRecorded } from "./to-recorded";

/** Reads a call to its last page. Rejects only where the reading was aborted; any other error is a gap. */
export async function readRegionCall(reading: Reading, row: AnyRegionCall): Promise<CallOutcome> {
  const { call, resourceKey } = row;
  const begun = reading.begin(row, 1);
  try {
    const items = await begun.pages<object>(async (nextToken) => {
      const page = await row.fetch(reading, nextToken);
      // The SDK has just parsed the page in one go: others first.
      await turn();
      // Page by page: a whole list at once would hold the event loop.
      return { items: page.items?.map((item: object) => toRecorded(item)), nextToken: page.nextToken };
    });
    begun.done();
    const coverage = { call, status: "ok" as const, items: items.length, ...begun.effort() };
    return { resourceKey, items, coverage };
  } catch (error) {
    reading.signal?.throwIfAborted();
    begun.done();
    const coverage = failedCoverage(call, error, begun.effort());
    return { resourceKey, items: undefined, coverage, error };
  }
}
