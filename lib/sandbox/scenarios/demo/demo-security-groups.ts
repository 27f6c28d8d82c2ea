import {
  addSecurityGroup,
  type BuiltSecurityGroup,
  type RuleSpec,
  type SecurityGroupSpec,
} from "../build/add-security-group";
import type { BuiltVpc } from "../build/add-vpc";
import { type Builder, MADE_AT, named } from "../build/builder";
import type { DemoNetworks } from "./demo-networks";

/** The groups that functions, stores and endpoints stand in. */
export interface DemoSecurityGroups {
  orders: BuiltSecurityGroup;
  ordersLegacy: BuiltSecurityGroup;
  payments: BuiltSecurityGroup;
  catalog: BuiltSecurityGroup;
  notifications: BuiltSecurityGroup;
  reports: BuiltSecurityGroup;
  campaign: BuiltSecurityGroup;
  /** Its last outbound rule was removed. */
  pricing: BuiltSecurityGroup;
  thumbnails: BuiltSecurityGroup;
  endpoints: BuiltSecurityGroup;
  bastion: BuiltSecurityGroup;
  staging: BuiltSecurityGroup;
  etl: BuiltSecurityGroup;
  ordersDb: BuiltSecurityGroup;
  /** Lets in a network that has moved since, and nobody else. */
  catalogDb: BuiltSecurityGroup;
  redis: BuiltSecurityGroup;
}

type GroupMaker = (spec: SecurityGroupSpec) => BuiltSecurityGroup;

const cidr = (block: string, ports: RuleSpec["ports"], description: string): RuleSpec => ({
  from: { cidr: block },
  ports,
  description,
});

/** The offices' addresses, as a prefix list of the account's own. Returns its id. */
function addOfficePrefixList(builder: Builder): string {
  const { regionWorld, ids } = builder;
  const id = ids.id("pl");
  regionWorld.managedPrefixLists.push({
    PrefixListId: id,
    PrefixListName: "harbor-and-pine-offices",
    PrefixListArn: `arn:aws:ec2:${regionWorld.region}:${regionWorld.accountId}:prefix-list/${id}`,
    AddressFamily: "IPv4",
    MaxEntries: 10,
    OwnerId: regionWorld.accountId,
    State: "create-complete",
    Version: 3,
    Tags: named("offices", { created: MADE_AT.toISOString().slice(0, 10) }),
  });
  regionWorld.prefixListEntries[id] = [
    { Cidr: "198.51.100.0/26", Description: "Bergen" },
    { Cidr: "203.0.113.64/27", Description: "Galway" },
  ];
  return id;
}

function makerFor(builder: Builder, vpc: BuiltVpc): GroupMaker {
  return (spec) => addSecurityGroup(builder, vpc, spec);
}

function buildProdGroups(builder: Builder, networks: DemoNetworks) {
  const make = makerFor(builder, networks.prod.vpc);
  const functions = (name: string, description: string, egress: SecurityGroupSpec["egress"] = "all") =>
    make({ name, description, egress });
  const offices = addOfficePrefixList(builder);
  return {
    orders: functions("orders-functions", "Functions of the orders team"),
    ordersLegacy: functions("orders-functions-2023", "Orders, before the move to one group"),
    payments: functions("payments-functions", "Functions that talk to the payment provider", [
      cidr("0.0.0.0/0", 443, "Payment provider and AWS"),
      cidr("10.40.0.0/16", 5432, "Orders database"),
    ]),
    catalog: functions("catalog-functions", "Functions of the catalog team"),
    notifications: functions("notifications-functions", "Mail and push"),
    reports: functions("reports-functions", "Nightly reports"),
    campaign: functions("campaign-functions", "Seasonal campaigns"),
    pricing: functions("pricing-functions", "Price rules", []),
    thumbnails: functions("thumbnail-functions", "Images of products"),
    endpoints: make({
      name: "interface-endpoints",
      description: "AWS services in the VPC",
      ingress: [cidr("10.20.0.0/16", 443, "Anything in production")],
      egress: "all",
    }),
    bastion: make({
      name: "bastion",
      description: "Way in for engineers",
      ingress: [{ from: { prefixListId: offices }, ports: 22, description: "Offices" }],
      egress: "all",
    }),
  };
}

function buildDataGroups(builder: Builder, networks: DemoNetworks, orders: BuiltSecurityGroup) {
  const make = makerFor(builder, networks.data.vpc);
  const { peeringId } = networks;
  const etl = make({ name: "etl-functions", description: "Nightly extracts", egress: "all" });
  return {
    etl,
    ordersDb: make({
      name: "orders-db",
      description: "Orders database",
      // The payments functions are missing here: their calls time out.
      ingress: [
        { from: { group: orders, peeringId }, ports: 5432, description: "Orders functions" },
        { from: { group: etl }, ports: 5432, description: "Extracts" },
      ],
      egress: [],
    }),
    catalogDb: make({
      name: "catalog-db",
      description: "Catalog database",
      ingress: [cidr("10.21.0.0/16", 5432, "Production, before it moved")],
      egress: [],
    }),
    redis: make({
      name: "sessions-redis",
      description: "Session cache",
      ingress: [cidr("10.20.0.0/16", 6379, "Anything in production")],
      egress: [],
    }),
  };
}

/** Every security group besides the default ones. */
export function buildSecurityGroups(builder: Builder, networks: DemoNetworks): DemoSecurityGroups {
  const prod = buildProdGroups(builder, networks);
  const staging = makerFor(
    builder,
    networks.staging.vpc,
  )({
    name: "staging-functions",
    description: "Every function of staging",
    egress: "all",
  });
  return { ...prod, staging, ...buildDataGroups(builder, networks, prod.orders) };
}
