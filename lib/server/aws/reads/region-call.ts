import type { ResourceKey, ResourceTypes } from "@/lib/core/network/resources";
import type { AwsScope } from "../aws-clients";
import type { Page } from "../paginate";

/** A read that needs nothing but a region. All of its pages together are one key of a capture. */
export interface RegionCall<Key extends ResourceKey = ResourceKey> {
  /** As coverage names it: `DescribeVpcs`, `rds.DescribeDBInstances`. */
  call: string;
  resourceKey: Key;
  /** As IAM and the request rates name it. */
  service: "ec2" | "lambda" | "rds" | "elasticache" | "elasticloadbalancing";
  operation: string;
  /** The IAM action that it needs. */
  permission: string;
  scope: "region";
  fetch(scope: AwsScope, nextToken: string | undefined): Promise<Page<ResourceTypes[Key]>>;
}

/** A read of one region, whatever its key. */
export type AnyRegionCall = { [Key in ResourceKey]: RegionCall<Key> }[ResourceKey];

/** Builds a row of the tables: names that follow from service and operation are made once, here. */
export function regionCall<Key extends ResourceKey>(
  service: RegionCall["service"],
  operation: string,
  resourceKey: Key,
  fetch: RegionCall<Key>["fetch"],
): RegionCall<Key> {
  return {
    call: callName(service, operation),
    resourceKey,
    service,
    operation,
    permission: `${service}:${operation}`,
    scope: "region",
    fetch,
  };
}

/** Coverage names a call with its service before it, as the AWS CLI spells it, unless it is EC2 or Lambda. */
export function callName(service: string, operation: string): string {
  if (service === "ec2" || service === "lambda") return operation;
  return `${service === "elasticloadbalancing" ? "elbv2" : service}.${operation}`;
}
