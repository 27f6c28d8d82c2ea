import { addFunction, addPublishedVersion, type ConnectionSpec } from "../build/add-function";
import type { Builder } from "../build/builder";
import type { DemoConnection } from "./demo-connections";
import type { DemoRoles } from "./demo-roles";

/** What Lambda still answers for a function that was attached once and then detached. */
const DETACHED = { SubnetIds: [], SecurityGroupIds: [], VpcId: "", Ipv6AllowedForDualStack: false };

/** Functions in the states that a dashboard has to explain. */
export function buildSpecialFunctions(
  builder: Builder,
  connections: Readonly<Record<DemoConnection, ConnectionSpec>>,
  roles: DemoRoles,
): void {
  addFunction(builder, {
    name: "seasonal-campaign",
    description: "Sleeps until the next season",
    roleArn: roles.vpc,
    connection: connections.campaign,
    idleDays: 31,
    state: {
      State: "Inactive",
      StateReason: "The function has been idle for 14 days and its VPC connection was reclaimed.",
      StateReasonCode: "Idle",
    },
    tags: { team: "growth" },
  });
  const failed = addFunction(builder, {
    name: "invoice-archiver",
    description: "Was created while its subnet had no address left",
    roleArn: roles.vpc,
    connection: connections.thumbnails,
    state: {
      State: "Failed",
      StateReason:
        "Lambda was not able to set up VPC access for the Lambda function because one or more configured subnets has no available IP addresses.",
      StateReasonCode: "SubnetOutOfIPAddresses",
    },
    tags: { team: "orders" },
  });
  // A function that never became active was never updated either.
  for (const version of failed.versions) delete version.LastUpdateStatus;
  const exporter = addFunction(builder, {
    name: "orders-export",
    description: "Moved to a new security group; its version 1 was not",
    roleArn: roles.vpc,
    connection: connections.orders,
    tags: { team: "orders" },
  });
  addPublishedVersion(builder, exporter, { version: "1", connection: connections.ordersLegacy });
  addFunction(builder, {
    name: "coupon-check",
    description: "Was in the VPC until it needed the internet",
    roleArn: roles.vpc,
    state: { VpcConfig: DETACHED },
    tags: { team: "growth" },
  });
}
