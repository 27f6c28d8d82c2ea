import { isDeepStrictEqual } from "node:util";
import type { FunctionConfiguration, PublishVersionRequest } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { toAnswer } from "../functions/to-answer";
import { invalidParameterValue } from "../lambda-errors";
import { getChangeableFunction } from "../names/get-function-version";
import { checkChangeable, checkRevision } from "../validation/check-revision";
import { shapeCheck } from "../validation/shape-check";
import { addVersion, STATE_MEMBERS } from "./add-version";

const IDENTITY_MEMBERS = [
  ...STATE_MEMBERS,
  "Version",
  "FunctionArn",
  "RevisionId",
  "LastModified",
  "Description",
] as const;

/** Freezes `$LATEST`; answers the last version again when nothing has changed since (PublishVersion in the SDK). */
export const publishVersion: Handler<PublishVersionRequest, FunctionConfiguration> = (context, input) => {
  const check = shapeCheck();
  check.length("description", input.Description, { min: 0, max: 256 });
  check.throwIfViolated();
  const { fn, configuration, functionArn } = getChangeableFunction(context, input);
  checkRevision(configuration, input.RevisionId);
  checkChangeable(configuration, functionArn);
  checkCode(configuration, input.CodeSha256);
  const last = fn.versions.at(-1);
  const description = input.Description ?? configuration.Description;
  if (last !== undefined && last !== configuration && isUnchanged(configuration, last)) return toAnswer(last);
  return toAnswer(
    addVersion(context, fn, {
      members: { ...stateOfNewVersion(configuration), Description: description },
    }),
  );
};

/** A version of a sleeping function has no interfaces either, until it is woken. */
function stateOfNewVersion({
  State,
  StateReason,
  StateReasonCode,
}: FunctionConfiguration): Partial<FunctionConfiguration> {
  const isAsleep = State === "Inactive";
  return isAsleep
    ? { State, StateReason, StateReasonCode, LastUpdateStatus: "Successful" }
    : { State: "Active", LastUpdateStatus: "Successful" };
}

function checkCode(latest: FunctionConfiguration, codeSha256: string | undefined): void {
  if (codeSha256 === undefined || codeSha256 === latest.CodeSha256) return;
  throw invalidParameterValue(
    `CodeSHA256 (${codeSha256}) is different from current CodeSHA256 in $LATEST (${latest.CodeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
  );
}

function isUnchanged(latest: FunctionConfiguration, last: FunctionConfiguration): boolean {
  return isDeepStrictEqual(withoutIdentity(latest), withoutIdentity(last));
}

/** What makes a version what it is: its code and configuration, not its name, time, state or description. */
function withoutIdentity(configuration: FunctionConfiguration): FunctionConfiguration {
  const rest = { ...configuration };
  for (const member of IDENTITY_MEMBERS) Reflect.deleteProperty(rest, member);
  return rest;
}
