import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { RegionWorld } from "../world/world";
import { interfaceKey, toInterfacePairs } from "./interface-key";

/**
 * The keys of every pair that some function or published version holds. What failed at creation or was put to sleep
 * holds nothing; while an update is in progress, both the old and the new connection are held.
 */
export function heldInterfaceKeys(regionWorld: RegionWorld): Set<string> {
  const configurations: FunctionConfiguration[] = regionWorld.functions.flatMap((fn) => [
    ...fn.versions.filter(holdsInterfaces),
    ...(fn.serving !== undefined && holdsInterfaces(fn.serving) ? [fn.serving] : []),
  ]);
  return new Set(
    configurations.flatMap((configuration) => toInterfacePairs(configuration.VpcConfig).map(interfaceKey)),
  );
}

function holdsInterfaces(configuration: FunctionConfiguration): boolean {
  if (configuration.State === "Failed") return false;
  // A sleeping function that is being redeployed needs its connection again.
  return configuration.State !== "Inactive" || configuration.LastUpdateStatus === "InProgress";
}
