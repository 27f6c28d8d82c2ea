import { removeInterface } from "../services/ec2/interfaces/remove-interface";
import { roleAllows } from "../services/iam/evaluation/role-allows";
import type { SettleContext, Settlers } from "../world/settle-world";
import type { ScheduledEvent } from "../world/world";
import { attachLambdaInterface } from "./create-lambda-interface";
import { findInterfacePair } from "./interface-key";
import { heldKeysAmong } from "./interface-users";

/** What happens to an interface by itself: it becomes ready, is let go, and goes. */
export const interfaceSettlers: Settlers = {
  "lambda-interface-attached": (context, event) => {
    const networkInterface = findInterface(context, event);
    if (networkInterface?.Attachment?.Status === "attaching") attachLambdaInterface(networkInterface);
  },
  "lambda-interface-available": (context, event) => {
    const networkInterface = findInterface(context, event);
    if (networkInterface === undefined || isHeld(context, event)) return;
    networkInterface.Status = "available";
    delete networkInterface.Attachment;
  },
  "lambda-interface-delete": (context, event) => {
    const networkInterface = findInterface(context, event);
    // One that somebody holds again never became available, and stays.
    if (networkInterface?.Status !== "available") return;
    const roleArn = String(event.data?.["roleArn"] ?? "");
    if (!roleAllows(context.world, roleArn, "ec2:DeleteNetworkInterface")) return;
    removeInterface(context.regionWorld, networkInterface);
  },
};

function findInterface({ regionWorld }: SettleContext, event: ScheduledEvent) {
  return regionWorld.networkInterfaces.find((candidate) => candidate.NetworkInterfaceId === event.subject);
}

function isHeld(context: SettleContext, event: ScheduledEvent): boolean {
  const networkInterface = findInterface(context, event);
  const pair = networkInterface && findInterfacePair(networkInterface);
  return pair !== undefined && heldKeysAmong(context.regionWorld, [pair]).size > 0;
}
