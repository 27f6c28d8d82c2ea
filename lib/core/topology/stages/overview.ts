import { nameTag } from "../../network/name-tag";
import type { LocatedFunction, Network } from "../../network/network";
import { assembleGraph } from "../assemble-graph";
import { count } from "../facts";
import { graphEdge, type GraphNode, type GraphPart } from "../graph";
import { regionNodeId } from "../scope";
import { compareText } from "../view/view-graph";
import { MAX_FUNCTIONS } from "./connections";
import { regionNode, vpcNode } from "./containers";
import { functionRows, worstState } from "./function-rows";
import { peerVpcNode, transitGatewayNode, vpcAttachments } from "./links";

/** All VPCs with what they hold in numbers, how they are linked, and the functions that are in none. */
export function overview(network: Network): GraphPart {
  return assembleGraph([vpcs(network), peerings(network), transitGateways(network), outsideVpcs(network)]);
}

function vpcs(network: Network): GraphPart {
  const nodes = [...network.vpcs].flatMap(([vpcId, { accountId, region }]) => {
    const node = vpcNode(network, vpcId);
    const connectionIds = network.lookups.connectionIdsByVpc.get(vpcId) ?? [];
    const arns = connectionIds.flatMap((id) => network.connections.get(id)?.functionArns ?? []);
    const state = worstState(functionRows(network, arns).map((row) => row.state));
    const subnetCount = network.lookups.subnetIdsByVpc.get(vpcId)?.length ?? 0;
    return [
      regionNode(accountId, region),
      {
        ...node,
        ...(state !== null && { state }),
        counts: { functions: arns.length, connections: connectionIds.length, subnets: subnetCount },
        facts: [
          ...node.facts,
          { label: "Functions", value: count(arns.length, "function") },
          { label: "Connections", value: count(connectionIds.length, "connection") },
          { label: "Subnets", value: count(subnetCount, "subnet") },
        ],
      },
    ];
  });
  return { nodes, edges: [], omitted: [] };
}

function peerings(network: Network): GraphPart {
  const part: GraphPart = { nodes: [], edges: [], omitted: [] };
  for (const [id, { resource }] of network.vpcPeeringConnections) {
    const ends = [resource.RequesterVpcInfo, resource.AccepterVpcInfo];
    const [source, target] = ends.map((end) => end?.VpcId);
    const code = resource.Status?.Code;
    if (source === undefined || target === undefined || code === "deleted") continue;
    for (const end of ends) {
      if (end?.VpcId) part.nodes.push(peerVpcNode(network, end.VpcId, end.CidrBlock, end.OwnerId));
    }
    part.edges.push({
      ...graphEdge({
        kind: "peering",
        source,
        target,
        label: nameTag(resource) ?? id,
        evidence: `${id} peers ${source} with ${target}${code ? ` (${code})` : ""}`,
        ...(code !== undefined && code !== "active" && { isBroken: true }),
      }),
      id: `peering:${id}`,
    });
  }
  return part;
}

function transitGateways(network: Network): GraphPart {
  const attachments = vpcAttachments(network).filter(({ vpcId }) => network.vpcs.has(vpcId));
  return {
    nodes: attachments.map(({ transitGatewayId }) => transitGatewayNode(network, transitGatewayId)),
    edges: attachments.map(({ id, transitGatewayId, vpcId, state }) =>
      graphEdge({
        kind: "membership",
        source: vpcId,
        target: transitGatewayId,
        evidence: `${id} attaches ${vpcId} to ${transitGatewayId}${state ? ` (${state})` : ""}`,
        ...(state !== undefined && state !== "available" && { isBroken: true }),
      }),
    ),
    omitted: [],
  };
}

/** Functions in no VPC, and those in one that was not read, per account and region. */
function outsideVpcs(network: Network): GraphPart {
  const groups = new Map<string, { label: string; members: LocatedFunction[] }>();
  for (const located of network.functions.values()) {
    const vpcId = located.attachment?.vpcId ?? null;
    if (vpcId !== null && network.vpcs.has(vpcId)) continue;
    const where = regionNodeId(located.accountId, located.region);
    const id = vpcId === null ? `outside:${where}` : `unread:${where}/${vpcId}`;
    const label =
      vpcId === null ? "Not in a VPC" : vpcId === "" ? "In a VPC not read" : `In ${vpcId}, not read`;
    const group = groups.get(id) ?? { label, members: [] };
    group.members.push(located);
    groups.set(id, group);
  }
  return {
    nodes: [...groups].map(([id, { label, members }]) => groupNode(network, id, label, members)),
    edges: [],
    omitted: [...groups.values()].flatMap(({ members }) =>
      members.length <= MAX_FUNCTIONS
        ? []
        : [
            {
              kind: "function",
              count: members.length - MAX_FUNCTIONS,
              reason: `only the first ${MAX_FUNCTIONS} of a group are listed`,
            },
          ],
    ),
  };
}

function groupNode(
  network: Network,
  id: string,
  label: string,
  members: readonly LocatedFunction[],
): GraphNode {
  const rows = functionRows(network, members.map(({ arn }) => arn).sort(compareText));
  const state = worstState(rows.map((row) => row.state));
  return {
    id,
    kind: "connection",
    label,
    sublabel: count(members.length, "function"),
    ...(state !== null && { state }),
    facts: [{ label: "Functions", value: String(members.length) }],
    functions: rows.slice(0, MAX_FUNCTIONS),
  };
}
