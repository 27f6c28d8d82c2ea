"use client";

import { useQuery } from "@tanstack/react-query";
import { planQuery } from "@/lib/client/queries/plans";
import { vpcQuery } from "@/lib/client/queries/vpcs";
import type { Operation } from "@/lib/contract/operations";

/** Names of the subnets that an operation's plan is about, by id; empty while they are not known. */
export function useSubnetNames(operation: Operation): ReadonlyMap<string, string> {
  const isAsked = operation.transitions.some(({ networkInterfaces = [] }) => networkInterfaces.length > 0);
  const plan = useQuery({ ...planQuery(operation.planId), enabled: isAsked });
  const vpcId = plan.data?.preview.after.vpcId ?? plan.data?.preview.before.vpcId;
  const vpc = useQuery({ ...vpcQuery(vpcId ?? ""), enabled: typeof vpcId === "string" && vpcId !== "" });
  return new Map(
    (vpc.data?.subnets ?? []).flatMap(({ subnetId, name }) => (name === null ? [] : [[subnetId, name]])),
  );
}
