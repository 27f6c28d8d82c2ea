import type { Capture } from "@/lib/core/network/snapshot";
import type { NamedQuestion } from "../naive/names/named-question";
import type { PlaceDraft, World } from "./draft";
import { addGateways } from "./gateways";
import { addInterfaces } from "./interfaces";
import { addLeftovers, toCaptures } from "./leftovers";
import { addNatGateways } from "./nat-gateways";
import { addNetworkAcls } from "./network-acls";
import { addPeerings } from "./peerings";
import { isAskable } from "./asked/is-askable";
import { questionsOf } from "./asked/questions";
import { addDataStores } from "./services/data-stores";
import { addEndpoints } from "./services/endpoints";
import { addFunctions } from "./services/functions";
import { addLoadBalancers } from "./services/load-balancers";
import { addStatuses } from "./services/statuses";
import { Random } from "./random";
import { addRouteTables } from "./route-tables";
import { addSecurityGroups } from "./security-groups";
import { addSwitches } from "./switches";
import { addTransitGateways } from "./transit/transit-gateways";
import { printEmpties, trim } from "./trimmed";
import { addVpcs } from "./vpcs";

export interface GeneratedCase {
  seed: number;
  captures: Capture[];
  questions: NamedQuestion[];
}

/** A small network of several VPCs with packets to ask about: the same from the same seed. */
export function generateCase(seed: number, questionCount: number): GeneratedCase {
  const random = new Random(seed);
  const world: World = {
    random,
    places: placesOf(random),
    vpcs: [],
    customerListId: null,
    publicAddresses: [],
  };
  addVpcs(world);
  addGateways(world);
  addSecurityGroups(world);
  addNetworkAcls(world);
  addInterfaces(world);
  addEndpoints(world);
  addFunctions(world);
  addDataStores(world);
  addLoadBalancers(world);
  addNatGateways(world);
  addPeerings(world);
  addTransitGateways(world);
  addRouteTables(world);
  addSwitches(world);
  addLeftovers(world);
  addStatuses(world, seed);
  trim(world, seed);
  printEmpties(world, seed);
  const captures = toCaptures(world);
  const questions = questionsOf(world, questionCount).filter((one) => isAskable(captures, one));
  return { seed, captures, questions };
}

function placesOf(random: Random): PlaceDraft[] {
  const home: PlaceDraft = { accountId: "111122223333", region: "eu-west-1", resources: {} };
  const places = [home];
  if (random.chance(0.4)) places.push({ accountId: "444455556666", region: "eu-west-1", resources: {} });
  if (random.chance(0.15)) places.push({ accountId: "111122223333", region: "us-east-1", resources: {} });
  return places;
}
