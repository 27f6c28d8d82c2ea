import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { toInterfacePairs } from "../../../lambda-interfaces/interface-key";
import { getChangeableFunction } from "../names/get-function-version";
import { checkMayPassRole } from "../validation/check-caller-rights";
import { checkExecutionRole } from "../validation/check-execution-role";
import { checkUpdateShape } from "../validation/check-request-shape";
import { checkChangeable, checkRevision } from "../validation/check-revision";
import { checkEnvironment, checkRuntime } from "../validation/check-runtime";
import { resolveVpcConfig } from "../validation/resolve-vpc-config";
import { beginUpdate } from "./begin-update";
import { toAnswer } from "./to-answer";
import { toConfigurationChanges } from "./to-configuration-changes";

/** Changes what the request names and nothing else; answers `InProgress` with the new values already shown. */
export const updateFunctionConfiguration: Handler<
  UpdateFunctionConfigurationRequest,
  FunctionConfiguration
> = (context, input) => {
  checkUpdateShape(input);
  const { fn, configuration, functionArn, functionName } = getChangeableFunction(context, input);
  if (input.Role !== undefined) checkMayPassRole(context, input.Role);
  checkRevision(configuration, input.RevisionId);
  checkChangeable(configuration, functionArn);
  checkRuntime(input.Runtime);
  checkEnvironment(input.Environment);
  const vpcConfig = input.VpcConfig && resolveVpcConfig(context, input.VpcConfig);
  const isInVpc = toInterfacePairs(vpcConfig ?? configuration.VpcConfig).length > 0;
  const isAttaching = vpcConfig !== undefined && isInVpc;
  if (input.Role !== undefined || isAttaching) {
    checkExecutionRole(context.world, input.Role ?? configuration.Role ?? "", { isInVpc });
  }

  // A function that never was in a VPC and is "detached" still has no VpcConfig: only a former one shows empty lists.
  const isVpcShown = vpcConfig !== undefined && (isInVpc || configuration.VpcConfig !== undefined);
  beginUpdate(context, fn, {
    functionArn,
    changes: {
      ...toConfigurationChanges(input, { region: context.region, functionName }),
      ...(isVpcShown ? { VpcConfig: vpcConfig } : {}),
    },
    isConnectionChanged: isVpcShown,
  });
  return toAnswer(configuration);
};
