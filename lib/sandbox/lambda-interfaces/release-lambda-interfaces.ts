import type { ScheduledEvent } from "../world/world";
import type { InterfaceContext } from "./interface-context";
import { findInterfacePair, interfaceKey, type InterfacePair } from "./interface-key";
import { heldKeysAmong } from "./interface-users";
import { scheduleEvent } from "../world/settle-world";
import { cancelEvents } from "./cancel-events";

/** "Up to 20 minutes" (Lambda Developer Guide: configuration-vpc). */
const DELETE_AFTER_MS = 20 * 60_000;
/** How long before its deletion an interface is already shown as `available`. */
const AVAILABLE_BEFORE_DELETE_MS = 90_000;

/**
 * Starts the release of those of `pairs` that no function or version holds any more; call it after the world has
 * changed. `roleArn` is the execution role of who let go: Lambda deletes with it, so that an interface whose role has
 * lost `ec2:DeleteNetworkInterface` stays behind (Lambda Developer Guide: configuration-vpc).
 */
export function releaseLambdaInterfaces(
  context: InterfaceContext,
  release: { pairs: readonly InterfacePair[]; roleArn: string; at: number },
): void {
  const { world, regionWorld, clock } = context;
  const held = heldKeysAmong(regionWorld, release.pairs);
  const letGo = release.pairs.filter((pair) => !held.has(interfaceKey(pair)));
  if (letGo.length === 0) return;
  const released = new Set(letGo.map(interfaceKey));
  const subnetIds = new Set(letGo.map(({ subnetId }) => subnetId));
  for (const networkInterface of regionWorld.networkInterfaces) {
    if (!subnetIds.has(networkInterface.SubnetId ?? "")) continue;
    const id = networkInterface.NetworkInterfaceId;
    const pair = findInterfacePair(networkInterface);
    if (id === undefined || pair === undefined || networkInterface.Status === "available") continue;
    if (!released.has(interfaceKey(pair))) continue;
    cancelRelease(context, id);
    const event = {
      accountId: regionWorld.accountId,
      region: regionWorld.region,
      subject: id,
      data: { roleArn: release.roleArn },
    };
    const deleteAt = release.at + clock.duration(DELETE_AFTER_MS);
    scheduleEvent(world, {
      ...event,
      kind: "lambda-interface-available",
      dueAt: deleteAt - clock.duration(AVAILABLE_BEFORE_DELETE_MS),
    });
    scheduleEvent(world, { ...event, kind: "lambda-interface-delete", dueAt: deleteAt });
  }
}

/** Somebody holds the interface again before Lambda took it away. */
export function cancelRelease(context: InterfaceContext, networkInterfaceId: string): void {
  cancelEvents(
    context.world,
    (event) =>
      event.accountId === context.regionWorld.accountId &&
      event.region === context.regionWorld.region &&
      event.subject === networkInterfaceId &&
      isReleaseEvent(event),
  );
}

function isReleaseEvent(event: ScheduledEvent): boolean {
  return event.kind === "lambda-interface-available" || event.kind === "lambda-interface-delete";
}
