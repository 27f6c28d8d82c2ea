import type {
  DescribeInstanceStatusCommandInput,
  DescribeInstanceStatusCommandOutput,
  Instance,
  InstanceStatus,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { instanceIds } from "./instance-ids";

function toStatus(instance: Instance): InstanceStatus {
  const isRunning = instance.State?.Name === "running";
  const summary: NonNullable<InstanceStatus["InstanceStatus"]> = isRunning
    ? { Status: "ok", Details: [{ Name: "reachability", Status: "passed" }] }
    : { Status: "not-applicable" };
  return {
    AvailabilityZone: instance.Placement?.AvailabilityZone,
    InstanceId: instance.InstanceId,
    InstanceState: instance.State,
    InstanceStatus: summary,
    SystemStatus: summary,
    Events: [],
  };
}

/** States of instances, of the running ones unless all are asked for. Filters on events match nothing: there are none. */
const statusCollection: Collection<InstanceStatus> = {
  ...instanceIds,
  list: ({ regionWorld }) => regionWorld.instances.map(toStatus),
  idOf: (status) => status.InstanceId,
  filters: {
    "availability-zone": (status) => status.AvailabilityZone,
    "availability-zone-id": (status) => status.AvailabilityZoneId,
    "event.code": () => undefined,
    "event.description": () => undefined,
    "event.instance-event-id": () => undefined,
    "event.not-after": () => undefined,
    "event.not-before": () => undefined,
    "event.not-before-deadline": () => undefined,
    "instance-state-code": (status) => status.InstanceState?.Code,
    "instance-state-name": (status) => status.InstanceState?.Name,
    "instance-status.reachability": (status) =>
      status.InstanceStatus?.Details?.map((detail) => detail.Status) ?? [],
    "instance-status.status": (status) => status.InstanceStatus?.Status,
    "operator.managed": () => false,
    "operator.principal": () => undefined,
    "system-status.reachability": (status) =>
      status.SystemStatus?.Details?.map((detail) => detail.Status) ?? [],
    "system-status.status": (status) => status.SystemStatus?.Status,
    "attached-ebs-status.status": () => undefined,
  },
};

export const describeInstanceStatus: Handler<
  DescribeInstanceStatusCommandInput,
  Answer<DescribeInstanceStatusCommandOutput>
> = (context, input) => {
  const { InstanceIds: ids, Filters, MaxResults, NextToken } = input;
  const list: Collection<InstanceStatus>["list"] = (from) =>
    statusCollection
      .list(from)
      .filter(
        (status) =>
          input.IncludeAllInstances === true ||
          status.InstanceState?.Name === "running" ||
          ids?.includes(status.InstanceId ?? "") === true,
      );
  const { items, ...page } = describeCollection(
    context,
    { ...statusCollection, list },
    { ids, Filters, MaxResults, NextToken },
  );
  const shown = items.filter(
    (status) => input.IncludeAllInstances === true || status.InstanceState?.Name === "running",
  );
  return { InstanceStatuses: shown, ...page };
};
