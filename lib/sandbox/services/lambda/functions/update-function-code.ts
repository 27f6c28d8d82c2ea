import type { FunctionConfiguration, UpdateFunctionCodeRequest } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { provision } from "../lifecycle/provision";
import { PENDING_CREATION } from "../lifecycle/state-members";
import { getChangeableFunction } from "../names/get-function-version";
import { checkChangeable, checkRevision } from "../validation/check-revision";
import { addVersion } from "../versions/add-version";
import { beginUpdate } from "./begin-update";
import { readCode } from "./read-code";
import { toAnswer } from "./to-answer";

/** New code; answers `InProgress`, or with `Publish` the new version in `Pending`. `DryRun` checks and changes nothing. */
export const updateFunctionCode: Handler<UpdateFunctionCodeRequest, FunctionConfiguration> = (
  context,
  input,
) => {
  const { fn, configuration, functionArn } = getChangeableFunction(context, input);
  checkRevision(configuration, input.RevisionId);
  checkChangeable(configuration, functionArn);
  const packageType = configuration.PackageType ?? "Zip";
  const code = readCode(input, { packageType, functionArn, region: context.region });
  const changes = {
    ...code.configuration,
    ...(input.Architectures === undefined ? {} : { Architectures: input.Architectures }),
  };
  if (input.DryRun === true) return { ...toAnswer(configuration), ...changes };

  fn.codeLocation = code.codeLocation;
  beginUpdate(context, fn, { functionArn, changes, isConnectionChanged: false });
  if (input.Publish !== true) return toAnswer(configuration);
  const published = addVersion(context, fn, { members: PENDING_CREATION });
  provision(context, {
    functionArn,
    configuration: published,
    phase: "create",
    isConnectionChanged: false,
    at: context.clock.now(),
  });
  return toAnswer(published);
};
