import { keyOfCall, readCalls } from "../calls";
import { MISSING_PAGE } from "../coverage-of";
import type { FunctionState, Recorded } from "../resources";
import type { Capture, CoverageEntry } from "../snapshot";
import type { CaptureDraft } from "./capture-draft";
import type { JsonObject } from "./json/conform";
import { warnOfDuplicates } from "./find-duplicates";
import type { WarningLog } from "./warning-log";

export interface ImportPlace {
  accountId: string | null;
  region: string | null;
}

/** Makes a capture of all that was given for one place; what Mooring would read and was not given is `absent`. */
export function toCapture(
  draft: CaptureDraft,
  { accountId, region }: ImportPlace,
  capturedAt: string,
  log: WarningLog,
): Capture {
  addConfigurations(draft, capturedAt);
  for (const [key, items] of draft.resources) warnOfDuplicates(key, items, log);
  return {
    accountId,
    region,
    capturedAt,
    // Here somebody else's JSON becomes our type: `conform` has checked every member that AWS documents.
    resources: Object.fromEntries(draft.resources),
    unknown: Object.fromEntries(draft.unknown),
    coverage: readCalls.map((call) => coverageEntry(draft, call, log)),
  };
}

function coverageEntry(
  { calls, resources }: CaptureDraft,
  call: (typeof readCalls)[number],
  log: WarningLog,
): CoverageEntry {
  const given = calls.get(call);
  if (!given) return { call, status: "absent" };
  const items = resources.get(keyOfCall[call])?.length ?? 0;
  // Of n pages n - 1 say that another follows: when all do, the last is missing.
  if (given.withMore < given.documents) return { call, status: "ok", items };
  const message = `The last page of ${call} is missing: the answer given says that more follows.`;
  log.add({ code: "missing-page", message });
  return { call, status: "failed", items, error: { code: MISSING_PAGE, message } };
}

/** GetFunction tells of one function what ListFunctions leaves out; where the list was not given it stands for it. */
function addConfigurations({ resources, configurations }: CaptureDraft, capturedAt: string): void {
  if (configurations.length === 0) return;
  const functions = resources.get("Functions") ?? [];
  const listed = new Set(functions.map(({ FunctionArn }) => FunctionArn));
  const states = configurations.map((configuration) => toFunctionState(configuration, capturedAt));
  resources.set("FunctionStates", [...(resources.get("FunctionStates") ?? []), ...states]);
  resources.set("Functions", [
    ...functions,
    ...configurations.filter(({ FunctionArn }) => !listed.has(FunctionArn)),
  ]);
}

const STATE_MEMBERS: readonly (keyof Recorded<FunctionState>)[] = [
  "FunctionName",
  "FunctionArn",
  "State",
  "StateReason",
  "StateReasonCode",
  "LastUpdateStatus",
  "LastUpdateStatusReason",
  "LastUpdateStatusReasonCode",
  "RevisionId",
  "VpcConfig",
];

function toFunctionState(configuration: JsonObject, ReadAt: string): JsonObject {
  const known = STATE_MEMBERS.filter((member) => configuration[member] !== undefined);
  return { ...Object.fromEntries(known.map((member) => [member, configuration[member]])), ReadAt };
}
