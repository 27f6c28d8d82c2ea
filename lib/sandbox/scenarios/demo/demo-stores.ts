import { addRedis, addValkey } from "../build/add-cache";
import { addInterfaceEndpoint } from "../build/add-endpoints";
import { addInstance } from "../build/add-instance";
import { addInterface } from "../build/add-interface";
import { addPostgres } from "../build/add-postgres";
import type { Builder } from "../build/builder";
import type { DemoNetworks } from "./demo-networks";
import type { DemoSecurityGroups } from "./demo-security-groups";

/** Appliances' interfaces that leave one address in the cramped subnet once its function has one. */
const CRAMPED_INTERFACES = 9;

/** Databases, caches, instances and interface endpoints: what functions want to reach. */
export function buildStores(builder: Builder, networks: DemoNetworks, groups: DemoSecurityGroups): void {
  const { prod, data } = networks;
  const [dataA, dataB, dataC] = data.isolated;
  if (dataA === undefined || dataB === undefined || dataC === undefined)
    throw new Error("data-vpc has three subnets.");
  for (const service of ["secretsmanager", "sqs"]) {
    addInterfaceEndpoint(builder, prod.vpc, {
      service,
      name: `prod-${service}`,
      subnets: [prod.privateA, prod.privateB],
      groups: [groups.endpoints],
    });
  }
  addPostgres(builder, { name: "orders-db", subnets: [dataA, dataB, dataC], group: groups.ordersDb });
  addPostgres(builder, { name: "catalog-db", subnets: [dataB, dataA, dataC], group: groups.catalogDb });
  addRedis(builder, { name: "sessions-redis", subnets: [dataA, dataB, dataC], group: groups.redis });
  addInstance(builder, { name: "bastion", subnet: prod.publicA, groups: [groups.bastion] });
  addInstance(builder, {
    name: "<img src=x onerror=alert(1)>",
    subnet: prod.privateB,
    groups: [groups.bastion],
    tags: { owner: "\"><script>alert('tag')</script>", note: "names come from people" },
  });
  for (let index = 1; index <= CRAMPED_INTERFACES; index += 1) {
    addInterface(builder, {
      subnet: prod.crampedA,
      groups: [groups.bastion],
      type: "interface",
      description: `scanner appliance ${String(index)}`,
    });
  }
}

/** The catalog's cache: a primary and a replica, with the one name that clients use. */
export function buildReplicationGroup(
  builder: Builder,
  { data }: DemoNetworks,
  groups: DemoSecurityGroups,
): void {
  addValkey(builder, { name: "catalog-cache", subnets: data.isolated, group: groups.redis });
}
