import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { LambdaFunction, RegionWorld } from "../world/world";
import { interfaceKey, toInterfacePairs, type InterfacePair } from "./interface-key";

/** The keys of every pair that some function or published version holds. */
export function heldInterfaceKeys(regionWorld: RegionWorld): Set<string> {
  const holders = regionWorld.functions.flatMap(holdersOf);
  return new Set(holders.flatMap(({ VpcConfig }) => toInterfacePairs(VpcConfig).map(interfaceKey)));
}

/**
 * Those of `heldInterfaceKeys` that are of these pairs. Looks no further than to the first holder of each, and makes no
 * key in another subnet: thousands of functions may let go at the same time.
 */
export function heldKeysAmong(regionWorld: RegionWorld, pairs: readonly InterfacePair[]): Set<string> {
  const subnetIds = new Set(pairs.map(({ subnetId }) => subnetId));
  const sought = new Set(pairs.map(interfaceKey));
  const held = new Set<string>();
  for (const fn of regionWorld.functions) {
    if (held.size === sought.size) break;
    for (const { VpcConfig } of holdersOf(fn)) {
      if (VpcConfig?.SubnetIds?.some((subnetId) => subnetIds.has(subnetId)) !== true) continue;
      for (const pair of toInterfacePairs(VpcConfig)) {
        const key = interfaceKey(pair);
        if (sought.has(key)) held.add(key);
      }
    }
  }
  return held;
}

/**
 * What of a function holds interfaces. What failed at creation or was put to sleep holds nothing; while an update is in
 * progress, both the old and the new connection are held.
 */
function holdersOf({ versions, serving }: LambdaFunction): FunctionConfiguration[] {
  const all = serving === undefined ? versions : [...versions, serving];
  return all.filter(holdsInterfaces);
}

function holdsInterfaces(configuration: FunctionConfiguration): boolean {
  if (configuration.State === "Failed") return false;
  // A sleeping function that is being redeployed needs its connection again.
  return configuration.State !== "Inactive" || configuration.LastUpdateStatus === "InProgress";
}
