import { queryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";
import type { OfSnapshot } from "./functions";

export const vpcKeys = { all: ["vpcs"] as const };

export const vpcListQuery = (of: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...vpcKeys.all, "list", of.snapshotId ?? "live"],
    queryFn: ({ signal }) => callApi("listVpcs", { query: { snapshotId: of.snapshotId }, signal }),
  });

/** A VPC's subnets and security groups. */
export const vpcQuery = (id: string, of: OfSnapshot = {}) =>
  queryOptions({
    queryKey: [...vpcKeys.all, "detail", of.snapshotId ?? "live", id],
    queryFn: ({ signal }) =>
      callApi("getVpc", { params: { id }, query: { snapshotId: of.snapshotId }, signal }),
  });

/** The groups that interfaces in a VPC may have, as AWS says now. */
export const vpcSecurityGroupsQuery = (id: string) =>
  queryOptions({
    queryKey: [...vpcKeys.all, "security-groups", "live", id],
    queryFn: ({ signal }) => callApi("listVpcSecurityGroups", { params: { id }, signal }),
  });
