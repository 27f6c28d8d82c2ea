import type { HandlerTable } from "../../handler";
import { getAccountSettings } from "./account/get-account-settings";
import { getPolicy } from "./account/get-policy";
import { createFunction } from "./functions/create-function";
import { deleteFunction } from "./functions/delete-function";
import { getFunction } from "./functions/get-function";
import { getFunctionConfiguration } from "./functions/get-function-configuration";
import { listFunctions } from "./functions/list-functions";
import { updateFunctionCode } from "./functions/update-function-code";
import { updateFunctionConfiguration } from "./functions/update-function-configuration";
import { invoke } from "./invocations/invoke";
import { listTags } from "./tags/list-tags";
import { tagResource } from "./tags/tag-resource";
import { untagResource } from "./tags/untag-resource";
import { listAliases } from "./versions/list-aliases";
import { listVersionsByFunction } from "./versions/list-versions-by-function";
import { publishVersion } from "./versions/publish-version";

/** The Lambda operations that the sandbox knows. */
export const lambdaHandlers = {
  CreateFunction: createFunction,
  DeleteFunction: deleteFunction,
  GetAccountSettings: getAccountSettings,
  GetFunction: getFunction,
  GetFunctionConfiguration: getFunctionConfiguration,
  GetPolicy: getPolicy,
  Invoke: invoke,
  ListAliases: listAliases,
  ListFunctions: listFunctions,
  ListTags: listTags,
  ListVersionsByFunction: listVersionsByFunction,
  PublishVersion: publishVersion,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
} satisfies HandlerTable;
