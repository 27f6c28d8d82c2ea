import type {
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  Instance,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** Instances, each in a reservation of its own. */
export const instanceCollection: Collection<Instance> = {
  prefix: "i",
  notFoundCode: "InvalidInstanceID.NotFound",
  notFoundMessage: "The instance ID '{id}' does not exist",
  malformedCode: "InvalidInstanceID.Malformed",
  list: ({ regionWorld }) => regionWorld.instances,
  idOf: (instance) => instance.InstanceId,
  tagsOf: (instance) => instance.Tags,
  filters: {
    "availability-zone": (instance) => instance.Placement?.AvailabilityZone,
    "image-id": (instance) => instance.ImageId,
    "instance-id": (instance) => instance.InstanceId,
    "instance-state-name": (instance) => instance.State?.Name,
    "instance-state-code": (instance) => instance.State?.Code,
    "instance-type": (instance) => instance.InstanceType,
    "instance.group-id": (instance) => instance.SecurityGroups?.map((group) => group.GroupId) ?? [],
    "instance.group-name": (instance) => instance.SecurityGroups?.map((group) => group.GroupName) ?? [],
    "ip-address": (instance) => instance.PublicIpAddress,
    "network-interface.network-interface-id": (instance) =>
      instance.NetworkInterfaces?.map((eni) => eni.NetworkInterfaceId) ?? [],
    "network-interface.subnet-id": (instance) => instance.NetworkInterfaces?.map((eni) => eni.SubnetId) ?? [],
    "private-dns-name": (instance) => instance.PrivateDnsName,
    "private-ip-address": (instance) => instance.PrivateIpAddress,
    "subnet-id": (instance) => instance.SubnetId,
    "vpc-id": (instance) => instance.VpcId,
  },
};

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
  const reservations = items.map((instance) => ({
    // A reservation's id is not kept: the instance's digits make one that stays.
    ReservationId: (instance.InstanceId ?? "").replace(/^i-/, "r-"),
    OwnerId: context.accountId,
    Groups: [],
    Instances: [instance],
  }));
  return { Reservations: reservations, ...page };
};
