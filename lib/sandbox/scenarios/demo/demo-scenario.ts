import { createBuilder } from "../build/builder";
import { addCallers } from "../callers";
import type { Scenario } from "../scenario";
import { demoConnections } from "./demo-connections";
import { buildFunctions } from "./demo-functions";
import { buildLoadBalancer } from "./demo-load-balancer";
import { buildNetworks } from "./demo-networks";
import { buildRoles } from "./demo-roles";
import { buildSecurityGroups } from "./demo-security-groups";
import { buildSpecialFunctions } from "./demo-special-functions";
import { buildReplicationGroup, buildStores } from "./demo-stores";

/** The company "Harbor & Pine": a shop with production, staging and data, and the classic mistakes in each. */
export const demoScenario: Scenario = (context) => {
  const builder = createBuilder(context, {
    scenario: "demo",
    accountId: "123456789012",
    accountName: "Harbor & Pine",
    region: "eu-west-1",
  });
  addCallers(builder.world);
  const networks = buildNetworks(builder);
  const groups = buildSecurityGroups(builder, networks);
  buildStores(builder, networks, groups);
  const roles = buildRoles(builder);
  const connections = demoConnections(networks, groups);
  buildFunctions(builder, connections, roles);
  buildSpecialFunctions(builder, connections, roles);
  buildLoadBalancer(builder, networks);
  buildReplicationGroup(builder, networks, groups);
  return builder.world;
};
