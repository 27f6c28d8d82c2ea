import { addSecurityGroup, type RuleSpec } from "../build/add-security-group";
import type { Builder } from "../build/builder";
import type { LargeNetwork } from "./large-networks";
import type { Random } from "./random";

const PURPOSES = [
  "functions",
  "web",
  "workers",
  "databases",
  "caches",
  "endpoints",
  "batch",
  "search",
  "admin",
];
const PORTS = [22, 80, 443, 3306, 5432, 6379, 8080, 8443, 9092, 9200, 11_211, 27_017];

/** With the default group's two, nine groups of these make 100 rules in a VPC. */
const RULES_OF_PURPOSES = [11, 11, 11, 11, 11, 11, 11, 11, 10];

function buildRules(network: LargeNetwork, count: number, random: Random): RuleSpec[] {
  const { vpc, groups, privateSubnets, publicSubnets } = network;
  const sources = [...privateSubnets, ...publicSubnets].map((subnet) => subnet.cidr);
  return Array.from({ length: count }, (_none, index): RuleSpec => {
    const ports = PORTS[index] ?? 443;
    if (random.below(3) === 0) return { from: { group: random.pick(groups) }, ports };
    const cidr = random.below(2) === 0 ? vpc.cidr : random.pick(sources);
    return { from: { cidr }, ports, description: `from ${cidr}` };
  });
}

/** Ten groups in each VPC, the default one among them, with 100 rules. */
export function buildLargeGroups(builder: Builder, networks: readonly LargeNetwork[], random: Random): void {
  for (const network of networks) {
    PURPOSES.forEach((purpose, index) => {
      const group = addSecurityGroup(builder, network.vpc, {
        name: `${network.vpc.name}-${purpose}`,
        description: `The ${purpose} of ${network.vpc.name}`,
        ingress: buildRules(network, (RULES_OF_PURPOSES[index] ?? 11) - 1, random),
        egress: "all",
      });
      network.groups.push(group);
    });
  }
}
