import type { LocatedFunction, Network, Resource } from "../network";
import { interfacePlacement, interfaceSecurityGroupIds, isLambdaInterface } from "./lambda-interface";

/** Functions (`$LATEST`) and published versions that share a Lambda interface, by subnet and security groups. */
export function functionsOfInterface(
  network: Network,
  networkInterface: Resource<"NetworkInterfaces">,
): { functions: LocatedFunction[]; versions: LocatedFunction[] } {
  const { SubnetId } = networkInterface;
  if (!SubnetId || !isLambdaInterface(networkInterface)) return { functions: [], versions: [] };
  return functionsAt(network, SubnetId, interfaceSecurityGroupIds(networkInterface));
}

/** Who uses one subnet with one set of security groups, with and without IPv6. */
function functionsAt(
  { lookups, connections, functions, functionVersions }: Network,
  subnetId: string,
  securityGroupIds: readonly string[],
): { functions: LocatedFunction[]; versions: LocatedFunction[] } {
  const ids = lookups.connectionIdsByPlacement.get(interfacePlacement(subnetId, securityGroupIds)) ?? [];
  const sharing = ids.flatMap((id) => connections.get(id) ?? []);
  return {
    functions: sharing.flatMap(({ functionArns }) => functionArns.flatMap((arn) => functions.get(arn) ?? [])),
    versions: sharing.flatMap(({ versionArns }) =>
      versionArns.flatMap((arn) => functionVersions.get(arn) ?? []),
    ),
  };
}

/** `orders`, or `orders:3` for a published version. */
export function sharerName({ functionName, resource }: LocatedFunction): string {
  const { Version = "$LATEST" } = resource;
  return Version === "$LATEST" ? functionName : `${functionName}:${Version}`;
}
