import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { HandlerContext } from "../../../handler";
import type { LambdaFunction } from "../../../world/world";
import { getLatest } from "../names/get-function-version";

/** The states of `$LATEST` are its own: a version starts without them. */
export const STATE_MEMBERS = [
  "State",
  "StateReason",
  "StateReasonCode",
  "LastUpdateStatus",
  "LastUpdateStatusReason",
  "LastUpdateStatusReasonCode",
] as const;

/** Freezes `$LATEST` as the next version, in the state that `members` gives, and returns it. Numbers are never reused. */
export function addVersion(
  context: HandlerContext,
  fn: LambdaFunction,
  version: { members: Partial<FunctionConfiguration> },
): FunctionConfiguration {
  const latest = getLatest(fn);
  const number = (fn.lastVersion ?? highestVersion(fn)) + 1;
  const published = structuredClone(latest);
  for (const member of STATE_MEMBERS) Reflect.deleteProperty(published, member);
  Object.assign(published, version.members, {
    Version: String(number),
    FunctionArn: `${latest.FunctionArn}:${number}`,
    RevisionId: context.ids.uuid(),
  });
  fn.lastVersion = number;
  fn.versions.push(published);
  return published;
}

function highestVersion(fn: LambdaFunction): number {
  return Math.max(0, ...fn.versions.map((version) => Number(version.Version)).filter(Number.isInteger));
}
