import { createBuilder } from "../build/builder";
import { addCallers } from "../callers";
import type { Scenario } from "../scenario";
import { buildLargeFunctions } from "./large-functions";
import { buildLargeInterfaces } from "./large-interfaces";
import { buildLargeNetworks } from "./large-networks";
import { buildLargeGroups } from "./large-security-groups";
import { createRandom } from "./random";

/**
 * A region of the size that Mooring is to be comfortable with: 10,000 functions in 200 connections, 500 VPCs, 3,000
 * subnets, 5,000 security groups with 50,000 rules, 20,000 network interfaces. The same world from the same seed.
 */
export const largeScenario: Scenario = (context) => {
  const builder = createBuilder(context, {
    scenario: "large",
    accountId: "123456789012",
    accountName: "Harbor & Pine Group",
    region: "eu-west-1",
  });
  addCallers(builder.world);
  const random = createRandom(20_261_127);
  const networks = buildLargeNetworks(builder);
  buildLargeGroups(builder, networks, random);
  // Functions look for interfaces to share, so they come while there are few.
  buildLargeFunctions(builder, networks, random);
  buildLargeInterfaces(builder, networks, random);
  return builder.world;
};
