import type { LocatedFunction, Network } from "../network";

/** Name, partial ARN or ARN, each with or without a qualifier. Source: Lambda API reference, FunctionName. */
const FUNCTION_NAME =
  /^(?:arn:[^:]+:lambda:)?(?:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):)?(?:(?<accountId>\d+):)?(?:function:)?(?<name>[^:]+)(?::(?<qualifier>[^:]+))?$/;

/**
 * Every function that a name, partial ARN or ARN may mean: several where accounts or regions hold the same name, none
 * where none does. A qualifier is ignored: versions and aliases are of the function.
 */
export function findFunctions({ functions, lookups }: Network, nameOrArn: string): LocatedFunction[] {
  const exact = functions.get(nameOrArn);
  if (exact) return [exact];
  const { name, region, accountId } = FUNCTION_NAME.exec(nameOrArn)?.groups ?? {};
  if (name === undefined) return [];
  return (lookups.functionArnsByName.get(name) ?? [])
    .flatMap((arn) => functions.get(arn) ?? [])
    .filter(({ arn }) => {
      const [, , , arnRegion, arnAccountId] = arn.split(":");
      return (region ?? arnRegion) === arnRegion && (accountId ?? arnAccountId) === arnAccountId;
    });
}

/**
 * The same of what may send: a number names a published version, which keeps the subnets and groups that it was
 * published with, and an alias nobody, because which version it stands for is not read. Source: Lambda API reference,
 * PublishVersion.
 */
export function findSenders(network: Network, nameOrArn: string): LocatedFunction[] {
  if (namesAlias(nameOrArn)) return [];
  const qualifier = qualifierOf(nameOrArn);
  const found = findFunctions(network, nameOrArn);
  if (qualifier === LATEST) return found;
  return found.flatMap(({ arn }) => network.functionVersions.get(`${arn}:${qualifier}`) ?? []);
}

/** Whether a name, partial ARN or ARN ends with the name of an alias. */
export function namesAlias(nameOrArn: string): boolean {
  const qualifier = qualifierOf(nameOrArn);
  return qualifier !== LATEST && !/^\d+$/.test(qualifier);
}

const LATEST = "$LATEST";

function qualifierOf(nameOrArn: string): string {
  return FUNCTION_NAME.exec(nameOrArn)?.groups?.["qualifier"] ?? LATEST;
}
