import { callOfKey, readCalls } from "@/lib/core/network/calls";
import { isResourceKey } from "@/lib/core/network/resource-id";
import type { Resources } from "@/lib/core/network/resources";
import type { Capture, CoverageEntry, Snapshot } from "@/lib/core/network/snapshot";

export const ACCOUNT_ID = "111122223333";
export const REGION = "eu-west-1";
export const CAPTURED_AT = "2026-01-02T03:04:05.000Z";

/** A capture of these resources: the calls that give them are `ok`, all others `absent` unless `coverage` says else. */
export function aCapture(
  resources: Resources = {},
  overrides: Partial<Omit<Capture, "coverage">> & { coverage?: CoverageEntry[] } = {},
): Capture {
  const { coverage = [], ...rest } = overrides;
  const given = new Set(
    Object.keys(resources)
      .filter(isResourceKey)
      .map((key) => callOfKey.get(key)),
  );
  const said = new Set(coverage.map(({ call }) => call));
  return {
    accountId: ACCOUNT_ID,
    region: REGION,
    capturedAt: CAPTURED_AT,
    resources,
    unknown: {},
    coverage: [
      ...coverage,
      ...readCalls
        .filter((call) => !said.has(call))
        .map((call): CoverageEntry => ({ call, status: given.has(call) ? "ok" : "absent" })),
    ],
    ...rest,
  };
}

/** A capture in which every call was read: what is not in `resources` does not exist. */
export function aFullCapture(resources: Resources = {}, overrides: Partial<Capture> = {}): Capture {
  return aCapture(resources, {
    coverage: readCalls.map((call) => ({ call, status: "ok" })),
    ...overrides,
  });
}

/** Coverage that says AWS refused these calls. */
export function deniedCalls(...calls: string[]): CoverageEntry[] {
  return calls.map((call) => ({
    call,
    status: "failed",
    error: {
      code: "UnauthorizedOperation",
      message: "You are not authorized.",
      missingPermission: `ec2:${call}`,
    },
  }));
}

export function aSnapshot(captures: Capture[] = [aCapture()], overrides: Partial<Snapshot> = {}): Snapshot {
  return { id: "snap-1", name: "test", source: "live", capturedAt: CAPTURED_AT, captures, ...overrides };
}
