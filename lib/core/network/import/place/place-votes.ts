import { isJsonObject, type JsonObject } from "../json/conform";

/** How often resources name an account or a region. */
export interface PlaceVotes {
  accounts: Map<string, number>;
  regions: Map<string, number>;
}

export function createPlaceVotes(): PlaceVotes {
  return { accounts: new Map(), regions: new Map() };
}

const ACCOUNT = /^\d{12}$/;
const ARN = /^arn:[^:]*:[^:]*:([^:]*):([^:]*):/;
/** A Local or Wavelength Zone's name begins with its region too: `us-west-2-lax-1a`. */
const ZONE = /^([a-z]{2}(?:-[a-z]+)+?-\d{1,2})(?:[a-z]|-.+)$/;
const SERVICE = /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d{1,2})\./;

/** Counts what one resource says about where it is: its owner, its ARNs, its zone, its service's name. */
export function voteForPlace(votes: PlaceVotes, resource: JsonObject): void {
  for (const [name, value] of Object.entries(resource)) {
    if (typeof value === "string") voteByMember(votes, name, value);
    else if (name === "Instances" && Array.isArray(value)) {
      for (const instance of value) voteByInstance(votes, instance);
    }
  }
}

function voteByMember(votes: PlaceVotes, name: string, value: string): void {
  const [, arnRegion, arnAccount] = ARN.exec(value) ?? [];
  if (arnRegion) vote(votes.regions, arnRegion);
  if (arnAccount && ACCOUNT.test(arnAccount)) vote(votes.accounts, arnAccount);
  if (name === "OwnerId" && ACCOUNT.test(value)) vote(votes.accounts, value);
  if (name === "RegionName") vote(votes.regions, value);
  const region = name === "AvailabilityZone" ? ZONE.exec(value)?.[1] : SERVICE.exec(value)?.[1];
  if (region) vote(votes.regions, region);
}

function voteByInstance(votes: PlaceVotes, instance: unknown): void {
  const placement = isJsonObject(instance) ? instance["Placement"] : undefined;
  const zone = isJsonObject(placement) ? placement["AvailabilityZone"] : undefined;
  if (typeof zone === "string") voteByMember(votes, "AvailabilityZone", zone);
}

function vote(tally: Map<string, number>, choice: string): void {
  tally.set(choice, (tally.get(choice) ?? 0) + 1);
}

/** The choice named most often; of equals the first in the alphabet, so that the order of files does not matter. */
export function winner(tally: ReadonlyMap<string, number>): string | null {
  const ranked = [...tally].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
