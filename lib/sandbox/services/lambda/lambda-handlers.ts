import type { HandlerTable } from "../../handler";
import { getAccountSettings } from "./account/get-account-settings";
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from "./aliases/manage-aliases";
import {
  deleteFunctionConcurrency,
  getFunctionConcurrency,
  putFunctionConcurrency,
} from "./concurrency/function-concurrency";
import { createFunction } from "./functions/create-function";
import { deleteFunction } from "./functions/delete-function";
import { getFunction } from "./functions/get-function";
import { getFunctionConfiguration } from "./functions/get-function-configuration";
import { listFunctions } from "./functions/list-functions";
import { updateFunctionCode } from "./functions/update-function-code";
import { updateFunctionConfiguration } from "./functions/update-function-configuration";
import { invoke } from "./invocations/invoke";
import { addPermission, getPolicy, removePermission } from "./policies/function-policy";
import { listTags } from "./tags/list-tags";
import { tagResource } from "./tags/tag-resource";
import { untagResource } from "./tags/untag-resource";
import { listVersionsByFunction } from "./versions/list-versions-by-function";
import { publishVersion } from "./versions/publish-version";

/** The Lambda operations that the sandbox knows. */
export const lambdaHandlers = {
  AddPermission: addPermission,
  CreateAlias: createAlias,
  CreateFunction: createFunction,
  DeleteAlias: deleteAlias,
  DeleteFunction: deleteFunction,
  DeleteFunctionConcurrency: deleteFunctionConcurrency,
  GetAccountSettings: getAccountSettings,
  GetAlias: getAlias,
  GetFunction: getFunction,
  GetFunctionConcurrency: getFunctionConcurrency,
  GetFunctionConfiguration: getFunctionConfiguration,
  GetPolicy: getPolicy,
  Invoke: invoke,
  ListAliases: listAliases,
  ListFunctions: listFunctions,
  ListTags: listTags,
  ListVersionsByFunction: listVersionsByFunction,
  PublishVersion: publishVersion,
  PutFunctionConcurrency: putFunctionConcurrency,
  RemovePermission: removePermission,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateFunctionCode: updateFunctionCode,
  UpdateFunctionConfiguration: updateFunctionConfiguration,
} satisfies HandlerTable;
