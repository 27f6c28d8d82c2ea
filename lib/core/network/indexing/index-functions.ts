import type { Index, Located, Resource } from "../network";
import type { Capture } from "../snapshot";
import { locate } from "./index-resources";
import { keepNewest } from "./keep-newest";

export interface FunctionIndexes {
  latest: Index<Resource<"Functions">>;
  versions: Index<Resource<"Functions">>;
  states: Index<Resource<"FunctionStates">>;
}

/**
 * Tells `$LATEST` from published versions. ListFunctions names `$LATEST` by the unqualified ARN, and with
 * `FunctionVersion=ALL` by one that ends in `:$LATEST`; an answer without `Version` is `$LATEST`.
 */
export function indexFunctions(captures: readonly Capture[]): FunctionIndexes {
  const latest = new Map<string, Located<Resource<"Functions">>>();
  const versions = new Map<string, Located<Resource<"Functions">>>();
  for (const located of locate(captures, "Functions")) {
    const { FunctionArn: arn, Version: version = "$LATEST" } = located.resource;
    if (!arn) continue;
    if (version === "$LATEST") keepNewest(captures, latest, unqualifiedArn(arn), located);
    else keepNewest(captures, versions, `${unqualifiedArn(arn)}:${version}`, located);
  }
  return { latest, versions, states: indexStates(captures, latest) };
}

/** `arn:aws:lambda:<region>:<account>:function:<name>` without version or alias. */
export function unqualifiedArn(arn: string): string {
  return arn.split(":").slice(0, 7).join(":");
}

/** The newest reading of each; what an import holds inline counts as read when it was captured. */
function indexStates(
  captures: readonly Capture[],
  latest: Index<Resource<"Functions">>,
): Index<Resource<"FunctionStates">> {
  const states = new Map<string, Located<Resource<"FunctionStates">>>();
  for (const [arn, located] of latest) {
    const { State, LastUpdateStatus } = located.resource;
    const readAt = captures[located.captureIndex]?.capturedAt;
    if (readAt === undefined || (State === undefined && LastUpdateStatus === undefined)) continue;
    states.set(arn, { ...located, resource: inlineState(located.resource, readAt) });
  }
  for (const located of locate(captures, "FunctionStates")) {
    if (!located.resource.FunctionArn) continue;
    const arn = unqualifiedArn(located.resource.FunctionArn);
    const known = states.get(arn);
    if (!known || known.resource.ReadAt <= located.resource.ReadAt) states.set(arn, located);
  }
  return states;
}

function inlineState(configuration: Resource<"Functions">, ReadAt: string): Resource<"FunctionStates"> {
  const {
    FunctionName,
    FunctionArn,
    State,
    StateReason,
    StateReasonCode,
    LastUpdateStatus,
    LastUpdateStatusReason,
    LastUpdateStatusReasonCode,
    RevisionId,
    VpcConfig,
  } = configuration;
  return {
    FunctionName,
    FunctionArn,
    State,
    StateReason,
    StateReasonCode,
    LastUpdateStatus,
    LastUpdateStatusReason,
    LastUpdateStatusReasonCode,
    RevisionId,
    VpcConfig,
    ReadAt,
  };
}
