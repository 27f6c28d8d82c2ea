import { addFunction } from "../build/add-function";
import { addPostgres } from "../build/add-postgres";
import { addExecutionRole } from "../build/add-role";
import { addSecurityGroup, type BuiltSecurityGroup } from "../build/add-security-group";
import type { HybridNetwork, HybridNetworks } from "./hybrid-networks";

const MOORED = "AWSLambdaVPCAccessExecutionRole";

/** Functions of one network: name and what each is for. */
function addFunctions(
  network: HybridNetwork,
  spec: { zones?: number; functions: readonly (readonly [name: string, description: string])[] },
): void {
  const { builder, vpc, subnets } = network;
  const group = addSecurityGroup(builder, vpc, {
    name: `${vpc.name}-functions`,
    description: "Functions: everything out, nothing in",
    egress: "all",
  });
  const roleArn = addExecutionRole(builder, { name: `${vpc.name}-functions`, managed: [MOORED] });
  for (const [name, description] of spec.functions) {
    addFunction(builder, {
      name,
      description,
      roleArn,
      connection: { subnets: subnets.slice(0, spec.zones ?? subnets.length), groups: [group] },
    });
  }
}

/** The database that everybody wants to reach; its group lets the company's addresses in. */
function addOrdersDatabase({ builder, vpc, subnets }: HybridNetwork): BuiltSecurityGroup {
  const group = addSecurityGroup(builder, vpc, {
    name: "orders-db",
    description: "PostgreSQL from the company's networks",
    ingress: [{ from: { cidr: "10.0.0.0/8" }, ports: 5432 }],
    egress: "all",
  });
  addPostgres(builder, { name: "orders-db", subnets, group });
  return group;
}

/** Functions in every network, of which some reach what they want and some do not. */
export function buildFunctions(networks: HybridNetworks): void {
  addOrdersDatabase(networks.shared);
  addFunctions(networks.prod, {
    zones: 2,
    functions: [
      ["orders-api", "Reads and writes orders in the shared database"],
      ["stock-sync", "Talks to the warehouse system in the head office"],
    ],
  });
  addFunctions(
    { ...networks.prod, vpc: { ...networks.prod.vpc, name: "prod-all-zones" } },
    { functions: [["orders-export", "Every third call fails: zone c is not in the attachment"]] },
  );
  addFunctions(networks.batch, {
    functions: [["nightly-batch", "Reaches nothing: its VPC's attachment has no table"]],
  });
  addFunctions(networks.legacy, {
    functions: [["legacy-export", "Follows a route to an attachment that is gone"]],
  });
  addFunctions(networks.branch, {
    functions: [["branch-sync", "Reaches the branch office by the VPC's own VPN"]],
  });
  addFunctions(networks.reporting, {
    functions: [["reporting-daily", "Reads the shared database from the other region"]],
  });
}
