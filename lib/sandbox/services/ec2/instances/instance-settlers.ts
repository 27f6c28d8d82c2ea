import type { Instance } from "@aws-sdk/client-ec2";
import type { SettleContext, Settlers } from "../../../world/settle-world";
import type { RegionWorld } from "../../../world/world";
import { removeInterface, settleRoutesTo } from "../interfaces/remove-interface";
import { setInstanceState } from "./instance-state";

/** The end of an instance: its interfaces go with it or are free, and it keeps no place in the network. */
function releaseNetwork(regionWorld: RegionWorld, instance: Instance): void {
  for (const eni of [...regionWorld.networkInterfaces]) {
    if (eni.Attachment?.InstanceId !== instance.InstanceId) continue;
    const isDeleted = eni.Attachment?.DeleteOnTermination === true;
    delete eni.Attachment;
    eni.Status = "available";
    if (isDeleted) removeInterface(regionWorld, eni);
    else settleRoutesTo(regionWorld, eni);
  }
  delete instance.SubnetId;
  delete instance.VpcId;
  delete instance.PrivateIpAddress;
  delete instance.PublicIpAddress;
  instance.PrivateDnsName = "";
  instance.PublicDnsName = "";
}

function removeInstance(regionWorld: RegionWorld, instance: Instance): void {
  regionWorld.instances = regionWorld.instances.filter((other) => other !== instance);
  regionWorld.reservationIds = Object.fromEntries(
    Object.entries(regionWorld.reservationIds).filter(([id]) => id !== instance.InstanceId),
  );
}

function enter(context: SettleContext, instance: Instance, to: unknown): void {
  const { regionWorld } = context;
  switch (to) {
    case "running":
      setInstanceState(context, instance, "running");
      return;
    case "stopped":
      setInstanceState(context, instance, "stopped");
      return;
    case "terminated":
      releaseNetwork(regionWorld, instance);
      // As recorded of terminated instances: no volumes, groups or addresses are left.
      instance.BlockDeviceMappings = [];
      setInstanceState(context, instance, "terminated");
      return;
    case "gone":
      removeInstance(regionWorld, instance);
  }
}

/** What happens to an instance by itself. A state that was left meanwhile leads nowhere any more. */
export const instanceSettlers: Settlers = {
  "instance-state": (context, event) => {
    const instance = context.regionWorld.instances.find((item) => item.InstanceId === event.subject);
    if (instance === undefined || instance.State?.Name !== event.data?.["from"]) return;
    enter(context, instance, event.data?.["to"]);
  },
};
