import type { RouteTarget } from "../../../network/routing/route-target";
import type { CompiledRoute } from "../../compile/route-table";
import { securityGroupCheckpoint } from "../../filters/security-group-checkpoint";
import type { Endpoint } from "../../index/endpoint";
import type { NetworkIndex } from "../../index/network-index";
import { parseCidr } from "../../sets/address-range";
import { holdsFor } from "../cuts";
import { checkEncryptionControl } from "../gates/encryption-control";
import { checkEndpointState } from "../gates/endpoint-state";
import { endAtUnread } from "../unread";
import {
  addHop,
  block,
  crossAcl,
  deadEnd,
  leaveKnown,
  unknown,
  type Place,
  type WalkEnd,
  type Walk,
} from "../walk";

/**
 * To an interface that forwards for others: a NAT instance, a firewall. What it does with a packet is not known; that
 * it may forward at all needs its source/destination check off. Source: VPC User Guide, "NAT instances".
 */
export function toAppliance(walk: Walk, place: Place, route: CompiledRoute): WalkEnd {
  const endpoint = findAppliance(walk.index, place.vpcId, route.target);
  const { id, kind } = route.target;
  if (!endpoint) {
    addHop(walk, kind === "instance" ? "instance" : "network-interface", id);
    return endAtUnread(walk, place, "DescribeNetworkInterfaces", id);
  }
  addHop(walk, "network-interface", endpoint.id);
  if (endpoint.vpcId !== place.vpcId) {
    const message = `${id} is in ${endpoint.vpcId}: a route leads to interfaces of its own VPC only.`;
    return deadEnd(walk, { code: "NO_POSSIBLE_DESTINATION", resourceId: id, message });
  }
  if (endpoint.subnetId !== place.subnetId) crossAcl(walk, endpoint.subnetId, false);
  const { destination } = walk.packet;
  const isReceiver = endpoint.addresses.some(({ range }) => holdsFor(range, destination, walk.cuts));
  if (isReceiver) return { kind: "endpoint", endpoint };
  checkAppliance(walk, endpoint);
  return { kind: "appliance", endpoint };
}

/** By its interface, by its instance, or by its address (a route server's next hop). */
export function findAppliance(index: NetworkIndex, vpcId: string, target: RouteTarget): Endpoint | undefined {
  if (target.kind === "network-interface") return index.endpoint(target.id);
  if (target.kind === "instance") return index.endpointsOfInstance(target.id)[0];
  const address = parseCidr(target.id);
  return address ? index.endpointAt(vpcId, address.first) : undefined;
}

function checkAppliance(walk: Walk, endpoint: Endpoint): void {
  const { index, packet, cuts } = walk;
  if (endpoint.sourceDestCheck === true) {
    block(walk, {
      code: "ENI_SOURCE_DEST_CHECK_RESTRICTION",
      resourceId: endpoint.id,
      evidence: [{ resourceId: endpoint.id, fact: "SourceDestCheck true" }],
      message: `${endpoint.id} drops packets that are not its own: its source/destination check is on.`,
    });
  }
  checkRunning(walk, endpoint);
  // A NAT gateway's interface has none, and nothing filters there.
  if (walk.direction === "forward" && endpoint.securityGroupIds?.length !== 0) {
    const peer = {
      range: packet.source,
      // Who comes from outside has none.
      securityGroupIds: walk.sender === null ? [] : walk.sender.securityGroupIds,
      identity: { status: "kept" as const },
    };
    const crossing = {
      endpointId: endpoint.id,
      securityGroupIds: endpoint.securityGroupIds,
      egress: false,
      peer: walk.crossings.length === 0 ? peer : { ...peer, securityGroupIds: null },
    };
    walk.checkpoints.push(securityGroupCheckpoint(index, crossing, cuts));
  }
  unknown(walk, {
    code: "NOT_EVALUATED_APPLIANCE",
    resourceId: endpoint.id,
    message: `What ${endpoint.id} forwards is decided by its operating system, which is not known.`,
  });
}

/** An interface works where it is in use and its instance runs. */
export function checkRunning(walk: Walk, endpoint: Endpoint): void {
  if (endpoint.status !== null && endpoint.status !== "in-use" && endpoint.role !== "function") {
    block(walk, {
      code: "BAD_STATE",
      resourceId: endpoint.id,
      evidence: [{ resourceId: endpoint.id, fact: `Status ${endpoint.status}` }],
      message: `${endpoint.id} is ${endpoint.status}: nothing uses it.`,
    });
  }
  if (endpoint.instanceId !== null) checkInstance(walk, endpoint.instanceId);
}

function checkInstance(walk: Walk, instanceId: string): void {
  const state = walk.index.network.instances.get(instanceId)?.resource.State?.Name;
  if (state === undefined || state === "running") return;
  block(walk, {
    code: "BAD_STATE",
    resourceId: instanceId,
    evidence: [{ resourceId: instanceId, fact: `State ${state}` }],
    message: `${instanceId} is ${state}.`,
  });
}

/** To the appliance behind a Gateway Load Balancer endpoint, which encryption control in enforce mode rules out. */
export function toGatewayLoadBalancerEndpoint(walk: Walk, place: Place, endpointId: string): WalkEnd {
  addHop(walk, "vpc-endpoint", endpointId);
  checkEncryptionControl(walk, place.vpcId, null, endpointId);
  const { network } = walk.index;
  const endpoint = network.vpcEndpoints.get(endpointId)?.resource;
  checkEndpointState(walk, endpointId, endpoint?.State);
  const { SubnetIds = [] } = endpoint ?? {};
  const [first] = SubnetIds;
  if (first !== undefined && !SubnetIds.some((subnetId) => subnetId === place.subnetId)) {
    crossAcl(walk, first, false);
  }
  // It may come back to the endpoint, or leave by an interface of the appliance's own: no more is certain.
  return leaveKnown(walk, {
    code: "PATH_THROUGH_GWLB_NOT_CHECKED",
    resourceId: endpointId,
    message: `What the appliance behind ${endpointId} lets through is not known.`,
  });
}
