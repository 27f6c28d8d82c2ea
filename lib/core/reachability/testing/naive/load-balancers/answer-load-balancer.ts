import { enterSubnet, leaveSubnet } from "../filters/network-acls";
import type { Position, Sender, Walk } from "../walk";

/** What a load balancer sent with its client's address is answered to the load balancer, whatever the routes say. */
export function answerLoadBalancer(walk: Walk, sender: Sender, fromSubnetId: string | null): Position {
  const isSame = fromSubnetId === null ? !walk.hasLeft : fromSubnetId === sender.subnetId;
  if (isSame) return { at: "sender" };
  if (fromSubnetId !== null) leaveSubnet(walk, fromSubnetId);
  enterSubnet(walk, sender.subnetId);
  return { at: "sender" };
}
