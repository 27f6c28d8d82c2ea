import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  ListFunctionsCommand,
  UpdateFunctionConfigurationCommand,
  type CreateFunctionCommandInput,
  type CreateFunctionCommandOutput,
  type DeleteFunctionCommandInput,
  type DeleteFunctionCommandOutput,
  type GetFunctionCommandInput,
  type GetFunctionCommandOutput,
  type ListFunctionsCommandInput,
  type ListFunctionsCommandOutput,
  type UpdateFunctionConfigurationCommandInput,
  type UpdateFunctionConfigurationCommandOutput,
} from "@aws-sdk/client-lambda";
import type { AwsScope } from "./aws-clients";
import { sendOptions } from "./send-options";

const clientOf = ({ aws, region }: AwsScope) => aws.lambda(region);

/** lambda:ListFunctions, one page (AWS gives at most 50). With `FunctionVersion: "ALL"` published versions too. */
export function listFunctions(
  scope: AwsScope,
  input: ListFunctionsCommandInput,
): Promise<ListFunctionsCommandOutput> {
  return clientOf(scope).send(new ListFunctionsCommand(input), sendOptions(scope));
}

/** lambda:GetFunction: the configuration with its state, under its own quota of 100 a second. */
export function getFunction(
  scope: AwsScope,
  input: GetFunctionCommandInput,
): Promise<GetFunctionCommandOutput> {
  return clientOf(scope).send(new GetFunctionCommand(input), sendOptions(scope));
}

/** lambda:UpdateFunctionConfiguration: a write. */
export function updateFunctionConfiguration(
  scope: AwsScope,
  input: UpdateFunctionConfigurationCommandInput,
): Promise<UpdateFunctionConfigurationCommandOutput> {
  return clientOf(scope).send(new UpdateFunctionConfigurationCommand(input), sendOptions(scope));
}

/** lambda:CreateFunction: a write. */
export function createFunction(
  scope: AwsScope,
  input: CreateFunctionCommandInput,
): Promise<CreateFunctionCommandOutput> {
  return clientOf(scope).send(new CreateFunctionCommand(input), sendOptions(scope));
}

/** lambda:DeleteFunction: a write. */
export function deleteFunction(
  scope: AwsScope,
  input: DeleteFunctionCommandInput,
): Promise<DeleteFunctionCommandOutput> {
  return clientOf(scope).send(new DeleteFunctionCommand(input), sendOptions(scope));
}
