import type { Verdict } from "../../../trace";
import { isIpv6 } from "../places/addresses";
import { addressesOf, instanceInterface, type NetworkInterface } from "../places/interfaces";
import type { Errand, Sender, Walk } from "../walk";
import { groupsOf, interfacesOfBalancer } from "./balancers";
import type { BalancedTarget } from "./targets";

interface Leg {
  at: NetworkInterface;
  target: BalancedTarget & { keepsClient: boolean };
  client: string | null;
}

/** From the load balancer's interface to a target; Lambda is invoked by its API. */
export function sendToTarget(walk: Walk, leg: Leg): Verdict {
  const { type, id } = leg.target;
  const { network } = walk;
  switch (type) {
    case "lambda":
      return "reachable";
    case "ip":
      return sendTo(walk, leg, { address: id }, id);
    case "instance": {
      const found = instanceInterface(network, id);
      if (found) return sendToInterface(walk, leg, found);
      return network.instances.has(id) ? "unreachable" : "unknown";
    }
    case "alb": {
      const verdicts = interfacesOfBalancer(network, id).map((one) => sendToInterface(walk, leg, one));
      if (verdicts.includes("reachable")) return "reachable";
      const areShut = verdicts.length > 0 && verdicts.every((verdict) => verdict === "unreachable");
      return areShut ? "unreachable" : "unknown";
    }
  }
}

function sendToInterface(walk: Walk, leg: Leg, found: NetworkInterface): Verdict {
  const { NetworkInterfaceId: networkInterfaceId = "" } = found;
  return sendTo(walk, leg, { networkInterfaceId }, found.PrivateIpAddress ?? "");
}

/** With the client's address where that is kept and of the target's family, else with the load balancer's own. */
function sendTo(walk: Walk, leg: Leg, destination: Errand["destination"], address: string): Verdict {
  const { network, packet, depth } = walk;
  const { at, target, client } = leg;
  const own = addressesOf(at).find((one) => isIpv6(one) === isIpv6(address));
  const isKept = target.keepsClient && (client === null || isIpv6(client) === isIpv6(address));
  const source = isKept ? client : own;
  if (source === null || source === undefined || own === undefined) return "unknown";
  const groups = groupsOf(network, at);
  const sender: Sender = {
    networkInterfaceId: at.NetworkInterfaceId ?? null,
    vpcId: at.VpcId ?? "",
    subnetId: at.SubnetId ?? "",
    address: own,
    groupIds: groups === "unfiltered" ? [] : groups,
    isUnfiltered: groups === "unfiltered",
  };
  const { protocol } = packet;
  const sent = { protocol, source, destination: address, destinationPort: target.port };
  const errand = { sender, packet: { ...sent, sourcePort: null, icmp: null }, destination, depth: depth + 1 };
  return walk.run(errand).verdict;
}
