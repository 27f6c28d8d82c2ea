import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  Instance,
  Reservation,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { instanceFilters, type ReservedInstance } from "./instance-filters";
import { instanceIds } from "./instance-ids";
import { interfacesByInstance, toVisibleInstance } from "./to-visible-instance";

/** The reservation of an instance; one that came with the scenario has its own, with the instance's digits. */
export function reservationIdOf(regionWorld: RegionWorld, instanceId: string): string {
  return regionWorld.reservationIds[instanceId] ?? instanceId.replace(/^i-/, "r-");
}

/** Instances with what filters ask about besides them. */
const instanceCollection: Collection<ReservedInstance> = {
  ...instanceIds,
  list: ({ regionWorld }) => {
    const byInstance = interfacesByInstance(regionWorld);
    return regionWorld.instances.map((instance) => {
      const interfaces = byInstance.get(instance.InstanceId ?? "") ?? [];
      return {
        instance: toVisibleInstance(instance, interfaces),
        interfaces,
        reservationId: reservationIdOf(regionWorld, instance.InstanceId ?? ""),
        ownerId: regionWorld.accountId,
      };
    });
  },
  idOf: ({ instance }) => instance.InstanceId,
  tagsOf: ({ instance }) => instance.Tags,
  filters: instanceFilters,
};

/** Instances in the reservations that they were launched in. */
export function toReservations(
  { accountId }: Pick<HandlerContext, "accountId">,
  items: readonly { reservationId: string; instance: Instance }[],
): Reservation[] {
  const byId = new Map<string, Instance[]>();
  for (const { reservationId, instance } of items) {
    byId.set(reservationId, [...(byId.get(reservationId) ?? []), instance]);
  }
  return [...byId].map(([ReservationId, Instances]) => ({
    ReservationId,
    OwnerId: accountId,
    Groups: [],
    Instances,
  }));
}

export const describeInstances: Handler<
  DescribeInstancesCommandInput,
  Answer<DescribeInstancesCommandOutput>
> = (context, input) => {
  const { InstanceIds: ids, Filters, MaxResults, NextToken } = input;
  const { items, ...page } = describeCollection(context, instanceCollection, {
    ids,
    Filters,
    MaxResults,
    NextToken,
  });
  return { Reservations: toReservations(context, items), ...page };
};
