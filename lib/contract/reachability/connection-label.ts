import type { ReachabilityConnection } from "@/lib/contract/reachability/matrix";
import { formatSource } from "@/lib/contract/reachability/question-address";

/** A connection is known by the functions that have it: the first, and how many more. */
export function connectionLabel({
  functionNames,
  functionCount,
  versionCount,
  connectionId,
}: ReachabilityConnection): string {
  const [first] = functionNames;
  if (first === undefined) return versionCount > 0 ? "Published versions only" : connectionId;
  return functionCount > 1 ? `${first} and ${functionCount - 1} more` : first;
}

/** Where packets of a connection start, for a question: its first function, else the connection itself. */
export function connectionSource({
  functionNames,
  subnetIds,
  securityGroupIds,
  ipv6AllowedForDualStack,
}: ReachabilityConnection): string {
  const [functionName] = functionNames;
  if (functionName !== undefined) return formatSource({ functionName });
  return formatSource({ connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack } });
}
