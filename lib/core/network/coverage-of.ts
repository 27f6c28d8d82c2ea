import type { ReadCall } from "./calls";
import type { CaptureFacts, Network, Place } from "./network";
import type { CoverageEntry } from "./snapshot";

/** How far a call may be trusted. Only `ok` makes the absence of a resource mean that it does not exist. */
export type Coverage =
  { status: "ok" } | { status: "failed"; error: NonNullable<CoverageEntry["error"]> } | { status: "absent" };

/**
 * Coverage of a call where a resource was read or, without a place, of the whole network: then a failure anywhere
 * counts before an absence anywhere, and only a call read everywhere is `ok`.
 */
export function coverageOf(
  network: Pick<Network, "captures">,
  call: ReadCall,
  place?: Pick<Place, "captureIndex">,
): Coverage {
  const captures = place
    ? network.captures.slice(place.captureIndex, place.captureIndex + 1)
    : network.captures;
  const found = captures.map((capture) => coverageIn(capture, call));
  return (
    found.find(({ status }) => status === "failed") ??
    found.find(({ status }) => status === "absent") ??
    found[0] ?? { status: "absent" }
  );
}

function coverageIn({ coverage }: CaptureFacts, call: ReadCall): Coverage {
  const entry = coverage.get(call);
  switch (entry?.status) {
    case "ok":
      return { status: "ok" };
    case "failed":
      return { status: "failed", error: entry.error ?? { code: "Unknown", message: "The call failed." } };
    case "absent":
    case undefined:
      return { status: "absent" };
  }
}

/** The error of a call of which an import gave some pages and not the last. */
export const MISSING_PAGE = "MissingPage";

/** Whether what was read of one subject may go on where the last page ended. */
export function isCutShort(coverage: Coverage): boolean {
  return coverage.status === "failed" && coverage.error.code === MISSING_PAGE;
}

/** A gap in words; undefined where the call was read to its end. */
export function describeGap(call: ReadCall, coverage: Coverage): string | undefined {
  switch (coverage.status) {
    case "ok":
      return undefined;
    case "failed": {
      const { code, message, missingPermission } = coverage.error;
      return `${call} failed (${code}${missingPermission ? `, needs ${missingPermission}` : ""}): ${message}`;
    }
    case "absent":
      return `${call} was not read`;
  }
}

/** The calls of a list that were not read everywhere (or where a resource was read), each with its gap in words. */
export function gapsOf(
  network: Pick<Network, "captures">,
  calls: readonly ReadCall[],
  place?: Pick<Place, "captureIndex">,
): { call: ReadCall; message: string }[] {
  return calls.flatMap((call) => {
    const message = describeGap(call, coverageOf(network, call, place));
    return message === undefined ? [] : [{ call, message }];
  });
}
