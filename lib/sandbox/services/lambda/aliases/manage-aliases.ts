import type {
  AliasConfiguration,
  CreateAliasRequest,
  DeleteAliasRequest,
  GetAliasRequest,
  ListAliasesRequest,
  ListAliasesResponse,
  UpdateAliasRequest,
} from "@aws-sdk/client-lambda";
import type { Handler, HandlerContext } from "../../../handler";
import { paginateByMarker } from "../../paginate-by-marker";
import {
  invalidParameterValue,
  preconditionFailed,
  resourceConflict,
  resourceNotFound,
} from "../lambda-errors";
import { findAlias, getChangeableFunction } from "../names/get-function-version";
import { shapeCheck } from "../validation/shape-check";
import { checkRouting } from "./alias-routing";

const NAME_PATTERN = String.raw`(?!^[0-9]+$)([a-zA-Z0-9-_]+)`;
const VERSION_PATTERN = String.raw`(\$LATEST|[0-9]+)`;

function checkShape(input: {
  Name: string | undefined;
  FunctionVersion?: string | undefined;
  Description?: string | undefined;
}) {
  const check = shapeCheck();
  check.required("name", input.Name);
  check.pattern("name", input.Name, NAME_PATTERN);
  check.length("name", input.Name, { min: 1, max: 128 });
  check.pattern("functionVersion", input.FunctionVersion, VERSION_PATTERN);
  check.length("description", input.Description, { min: 0, max: 256 });
  check.throwIfViolated();
}

function getAliasOf(
  context: HandlerContext,
  input: { FunctionName: string | undefined; Name: string | undefined },
) {
  const found = getChangeableFunction(context, { FunctionName: input.FunctionName });
  const alias = findAlias(found.fn, input.Name ?? "");
  if (alias === undefined)
    throw resourceNotFound(`Cannot find alias arn: ${found.functionArn}:${input.Name ?? ""}`);
  return { ...found, alias };
}

/** A name for a version, or for two with weights. */
export const createAlias: Handler<CreateAliasRequest, AliasConfiguration> = (context, input) => {
  checkShape(input);
  const { fn, functionArn } = getChangeableFunction(context, { FunctionName: input.FunctionName });
  const { Name: name = "", FunctionVersion: version = "", RoutingConfig: routing } = input;
  checkRouting(fn, functionArn, { version, routing });
  if (findAlias(fn, name) !== undefined)
    throw resourceConflict(`Alias already exists: ${functionArn}:${name}`);
  const alias: AliasConfiguration = {
    AliasArn: `${functionArn}:${name}`,
    Name: name,
    FunctionVersion: version,
    Description: input.Description ?? "",
    ...(routing === undefined ? {} : { RoutingConfig: routing }),
    RevisionId: context.ids.uuid(),
  };
  fn.aliases = [...(fn.aliases ?? []), alias];
  return structuredClone(alias);
};

/** One alias. */
export const getAlias: Handler<GetAliasRequest, AliasConfiguration> = (context, input) =>
  structuredClone(getAliasOf(context, input).alias);

/** Changes what the request names; empty weights end the routing to a second version. */
export const updateAlias: Handler<UpdateAliasRequest, AliasConfiguration> = (context, input) => {
  checkShape(input);
  const { fn, functionArn, alias } = getAliasOf(context, input);
  if (input.RevisionId !== undefined && input.RevisionId !== alias.RevisionId) throw preconditionFailed();
  const version = input.FunctionVersion ?? alias.FunctionVersion ?? "";
  const routing = input.RoutingConfig ?? alias.RoutingConfig;
  checkRouting(fn, functionArn, { version, routing });
  alias.FunctionVersion = version;
  if (input.Description !== undefined) alias.Description = input.Description;
  if (Object.keys(routing?.AdditionalVersionWeights ?? {}).length === 0) delete alias.RoutingConfig;
  else alias.RoutingConfig = routing;
  alias.RevisionId = context.ids.uuid();
  return structuredClone(alias);
};

/** Deletes an alias; one that is not there is no error. */
export const deleteAlias: Handler<DeleteAliasRequest, Record<string, never>> = (context, input) => {
  const { fn } = getChangeableFunction(context, { FunctionName: input.FunctionName });
  fn.aliases = (fn.aliases ?? []).filter((alias) => alias.Name !== input.Name);
  return {};
};

/** `MaxItems` up to 10,000, fifty to a page. */
const PAGE = { min: 1, max: 10_000, usual: 50, invalidCode: "InvalidParameterValueException" };

/** The aliases of a function, or of one of its versions. */
export const listAliases: Handler<ListAliasesRequest, ListAliasesResponse> = (context, input) => {
  const { fn } = getChangeableFunction(context, { FunctionName: input.FunctionName });
  const version = input.FunctionVersion;
  if (input.Marker === "") throw invalidParameterValue("Invalid marker");
  const aliases = (fn.aliases ?? []).filter(
    (alias) => version === undefined || alias.FunctionVersion === version,
  );
  const { items, marker } = paginateByMarker(aliases, { marker: input.Marker, size: input.MaxItems }, PAGE);
  return { Aliases: structuredClone(items), ...(marker === undefined ? {} : { NextMarker: marker }) };
};
