import type { Instance } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError, type IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about ids of instances. */
export const instanceIds: IdKind = {
  prefix: "i",
  notFoundCode: "InvalidInstanceID.NotFound",
  notFoundMessage: "The instance ID '{id}' does not exist",
  malformedCode: "InvalidInstanceID.Malformed",
};

/** The instance of this id. Throws InvalidInstanceID.NotFound. */
export function getInstance(regionWorld: RegionWorld, id: string): Instance {
  const instance = regionWorld.instances.find((candidate) => candidate.InstanceId === id);
  if (instance === undefined) throw idError(instanceIds, id);
  return instance;
}

/** The instances of these ids, all of them or an error that names every unknown one. */
export function getInstances(regionWorld: RegionWorld, ids: readonly string[]): Instance[] {
  const wanted = [...new Set(ids)];
  const known = new Map(regionWorld.instances.map((instance) => [instance.InstanceId, instance]));
  const unknown = wanted.filter((id) => !known.has(id));
  const [first, ...others] = unknown;
  if (first !== undefined && (others.length === 0 || !first.startsWith("i-"))) {
    throw idError(instanceIds, first);
  }
  if (first !== undefined) {
    throw new AwsError(instanceIds.notFoundCode, `The instance IDs '${unknown.join(", ")}' do not exist`);
  }
  return wanted.flatMap((id) => known.get(id) ?? []);
}
