import type { AnyRegionCall } from "../../aws/reads/region-call";
import { failedCoverage, type CallOutcome } from "./call-outcome";
import type { Reading } from "./reading";
import { toRecorded } from "./to-recorded";

/** Reads a call to its last page. Rejects only where the reading was aborted; any other error is a gap. */
export async function readRegionCall(reading: Reading, row: AnyRegionCall): Promise<CallOutcome> {
  const { call, resourceKey } = row;
  reading.expect(1);
  try {
    const items = await reading.pages<object>(row, async (nextToken) => {
      const page = await row.fetch(reading, nextToken);
      // Page by page: a whole list at once would hold the event loop.
      return { items: page.items.map((item: object) => toRecorded(item)), nextToken: page.nextToken };
    });
    reading.done(call, items.length);
    return { resourceKey, items, coverage: { call, status: "ok", items: items.length } };
  } catch (error) {
    reading.signal?.throwIfAborted();
    reading.done(call, 0);
    return { resourceKey, items: undefined, coverage: failedCoverage(call, error), error };
  }
}
