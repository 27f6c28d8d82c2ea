import type { Scenario } from "../scenario";
import { buildPlaces } from "./hybrid-accounts";
import { buildConnections } from "./hybrid-connections";
import { buildFunctions } from "./hybrid-functions";
import { declareInsights } from "./hybrid-insights";
import { buildNetworks } from "./hybrid-networks";

/** Three accounts and two regions around transit gateways, and VPNs to a head office and a branch office. */
export const hybridScenario: Scenario = (context) => {
  const places = buildPlaces(context);
  const networks = buildNetworks(places);
  buildConnections(places, networks);
  buildFunctions(networks);
  declareInsights(networks);
  return places.workload.world;
};
