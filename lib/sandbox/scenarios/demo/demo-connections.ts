import type { ConnectionSpec } from "../build/add-function";
import type { DemoNetworks } from "./demo-networks";
import type { DemoSecurityGroups } from "./demo-security-groups";

export type DemoConnection =
  | "orders"
  | "payments"
  | "catalog"
  | "notifications"
  | "reports"
  | "pricing"
  | "thumbnails"
  | "campaign"
  | "ordersLegacy"
  | "staging"
  | "stagingBatch"
  | "etl";

/** Where functions are moored, the classic mistakes among them. */
export function demoConnections(
  { prod, staging, data }: DemoNetworks,
  groups: DemoSecurityGroups,
): Readonly<Record<DemoConnection, ConnectionSpec>> {
  const privateZones = [prod.privateA, prod.privateB];
  return {
    orders: { subnets: privateZones, groups: [groups.orders] },
    // Right in its own VPC, but the database's group does not know it.
    payments: { subnets: privateZones, groups: [groups.payments] },
    // Two subnets lead to a NAT gateway, the third nowhere: every third call fails.
    catalog: { subnets: [prod.privateA, prod.privateB, prod.privateC], groups: [groups.catalog] },
    // Public subnets: functions have no public address there, so no internet.
    notifications: { subnets: [prod.publicA, prod.publicB], groups: [groups.notifications] },
    // One zone.
    reports: { subnets: [prod.privateA], groups: [groups.reports] },
    // A group without outbound rules.
    pricing: { subnets: privateZones, groups: [groups.pricing] },
    thumbnails: { subnets: [prod.crampedA], groups: [groups.thumbnails] },
    campaign: { subnets: privateZones, groups: [groups.campaign] },
    ordersLegacy: { subnets: privateZones, groups: [groups.ordersLegacy] },
    // One of the two subnets denies everything.
    staging: { subnets: [staging.privateA, staging.privateB], groups: [groups.staging] },
    stagingBatch: { subnets: [staging.privateB], groups: [groups.staging] },
    etl: { subnets: data.isolated, groups: [groups.etl] },
  };
}
