import type { DifferenceRow } from "../accepted-difference";
import { LAMBDA_MODEL } from "./sources";

/** Where moto's versions and aliases of functions are not AWS's. */
export const lambdaVersionDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-lets-pass",
    in: ["ListVersionsByFunction"],
    at: "error",
    moto: "200",
    sandbox: "404 ResourceNotFoundException",
    because: "the function does not exist",
    source: `${LAMBDA_MODEL}: ListVersionsByFunction, errors`,
  },
  {
    reason: "moto-differs",
    in: ["CreateAlias"],
    at: "error",
    moto: "409 ConflictException",
    sandbox: "409 ResourceConflictException",
    because: "Lambda has no ConflictException for this",
    source: `${LAMBDA_MODEL}: CreateAlias, errors`,
  },
  {
    reason: "undecided",
    in: ["CreateAlias"],
    at: "error.message",
    moto: "Function not found: arn:aws:lambda:eu-west-1:123456789012:function:absent:1",
    sandbox: "Function not found: arn:aws:lambda:eu-west-1:123456789012:function:absent",
    because:
      "no document found that tells whether the version is named where the function is missing; ours names what the request names",
    source: "aws-facts 8.5: the form of the words",
  },
  {
    reason: "undecided",
    in: ["GetFunctionConfiguration"],
    at: "output.FunctionArn",
    moto: "arn:aws:lambda:eu-west-1:123456789012:function:orders:1",
    sandbox: "arn:aws:lambda:eu-west-1:123456789012:function:orders:live",
    because:
      "no document found that tells which qualifier the ARN has for an alias; ours repeats the one asked for",
    source: "SDK type FunctionConfiguration.FunctionArn",
  },
  {
    reason: "moto-differs",
    in: ["ListAliases"],
    at: "output.Aliases[].RevisionId",
    moto: /^uuid#\d+$/,
    sandbox: /^uuid#\d+$/,
    because: "a change of an alias gives it another revision",
    source: "aws-facts 2.5; SDK type AliasConfiguration.RevisionId",
  },
];
