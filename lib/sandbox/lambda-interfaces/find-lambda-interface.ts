import type { NetworkInterface } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../world/world";
import { findInterfacePair, interfaceKey, type InterfacePair } from "./interface-key";

/** The interface that serves a pair; one that Lambda has already let go (`available`) serves nobody any more. */
export function findLambdaInterface(
  regionWorld: RegionWorld,
  pair: InterfacePair,
): NetworkInterface | undefined {
  const key = interfaceKey(pair);
  return regionWorld.networkInterfaces.find((candidate) => {
    // Most are elsewhere, and their keys need not be made.
    if (candidate.SubnetId !== pair.subnetId) return false;
    const served = findInterfacePair(candidate);
    return candidate.Status !== "available" && served !== undefined && interfaceKey(served) === key;
  });
}
