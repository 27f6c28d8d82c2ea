import { nameTag } from "../../network/name-tag";
import type { Network, Resource } from "../../network/network";
import { facts, monoFact } from "../facts";
import { graphEdge, type GraphEdge, type GraphNode, type GraphPart } from "../graph";
import type { VpcScope } from "../scope";
import { assembleGraph } from "../assemble-graph";

/** Ways to other networks: peering connections, transit gateways, virtual private gateways. */
export function links(scope: VpcScope): GraphPart {
  return assembleGraph([peerings(scope), transitGateways(scope), vpnGateways(scope)]);
}

/** A VPC outside this diagram; what was not read of it is not guessed. */
export function peerVpcNode(
  network: Network,
  vpcId: string,
  cidrBlock?: string,
  ownerId?: string,
): GraphNode {
  const known = network.vpcs.get(vpcId);
  const cidr = known?.resource.CidrBlock ?? cidrBlock;
  return {
    id: vpcId,
    kind: "peer-vpc",
    label: (known && nameTag(known.resource)) ?? vpcId,
    resourceId: vpcId,
    ...(cidr !== undefined && { sublabel: cidr }),
    facts: facts(
      monoFact("VPC", vpcId),
      monoFact("CIDR", cidr),
      monoFact("Account", ownerId ?? known?.accountId),
      ["Not read", known ? undefined : "Only a connection to it names it."],
    ),
  };
}

function peerings({ network, vpcId }: VpcScope): GraphPart {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const [id, { resource }] of network.vpcPeeringConnections) {
    const { RequesterVpcInfo: requester, AccepterVpcInfo: accepter, Status } = resource;
    const peer = requester?.VpcId === vpcId ? accepter : accepter?.VpcId === vpcId ? requester : undefined;
    if (peer?.VpcId === undefined || Status?.Code === "deleted") continue;
    nodes.push(
      {
        id,
        kind: "vpc-peering-connection",
        parentId: vpcId,
        label: nameTag(resource) ?? id,
        resourceId: id,
        facts: facts(monoFact("Id", id), ["Status", Status?.Code], ["Message", Status?.Message]),
      },
      peerVpcNode(network, peer.VpcId, peer.CidrBlock, peer.OwnerId),
    );
    edges.push(
      graphEdge({
        kind: "peering",
        source: id,
        target: peer.VpcId,
        evidence: `${id} peers ${vpcId} with ${peer.VpcId}${Status?.Code ? ` (${Status.Code})` : ""}`,
        ...(Status?.Code !== undefined && Status.Code !== "active" && { isBroken: true }),
      }),
    );
  }
  return { nodes, edges, omitted: [] };
}

/** VPC attachments by transit gateway. Both calls list them; the specific one knows the subnets too. */
export function vpcAttachments(
  network: Network,
): { transitGatewayId: string; vpcId: string; id: string; state?: string }[] {
  const found = new Map<string, { transitGatewayId: string; vpcId: string; id: string; state?: string }>();
  for (const [id, { resource }] of network.transitGatewayAttachments) {
    const { TransitGatewayId, ResourceType, ResourceId, State } = resource;
    if (ResourceType !== "vpc" || !TransitGatewayId || !ResourceId) continue;
    found.set(id, {
      id,
      transitGatewayId: TransitGatewayId,
      vpcId: ResourceId,
      ...(State && { state: State }),
    });
  }
  for (const [id, { resource }] of network.transitGatewayVpcAttachments) {
    const { TransitGatewayId, VpcId, State } = resource;
    if (!TransitGatewayId || !VpcId) continue;
    found.set(id, { id, transitGatewayId: TransitGatewayId, vpcId: VpcId, ...(State && { state: State }) });
  }
  return [...found.values()].filter(({ state }) => state !== "deleted");
}

export function transitGatewayNode(network: Network, id: string, parentId?: string): GraphNode {
  const resource: Resource<"TransitGateways"> = network.transitGateways.get(id)?.resource ?? {};
  return {
    id,
    kind: "transit-gateway",
    ...(parentId !== undefined && { parentId }),
    label: nameTag(resource) ?? id,
    resourceId: id,
    facts: facts(monoFact("Id", id), ["State", resource.State], monoFact("Owner", resource.OwnerId)),
  };
}

/** The gateways this VPC is attached to, and the other VPCs that are. */
function transitGateways({ network, vpcId, regionNodeId }: VpcScope): GraphPart {
  const all = vpcAttachments(network);
  const own = new Set(
    all.filter((attachment) => attachment.vpcId === vpcId).map((item) => item.transitGatewayId),
  );
  const nodes = [...own].map((id) => transitGatewayNode(network, id, regionNodeId));
  const others = all.filter(
    (attachment) => attachment.vpcId !== vpcId && own.has(attachment.transitGatewayId),
  );
  return {
    nodes: [...nodes, ...others.map((attachment) => peerVpcNode(network, attachment.vpcId))],
    edges: others.map((attachment) =>
      graphEdge({
        kind: "membership",
        source: attachment.transitGatewayId,
        target: attachment.vpcId,
        evidence: `${attachment.id} attaches ${attachment.vpcId} to ${attachment.transitGatewayId}${attachment.state ? ` (${attachment.state})` : ""}`,
        ...(attachment.state !== undefined && attachment.state !== "available" && { isBroken: true }),
      }),
    ),
    omitted: [],
  };
}

function vpnGateways({ network, vpcId }: VpcScope): GraphPart {
  const attached = [...network.vpnGateways].filter(([, { resource }]) =>
    (resource.VpcAttachments ?? []).some(
      (attachment) => attachment.VpcId === vpcId && attachment.State !== "detached",
    ),
  );
  return {
    nodes: attached.flatMap(([id, { resource }]): GraphNode[] => [
      {
        id,
        kind: "vpn-gateway",
        parentId: vpcId,
        label: nameTag(resource) ?? id,
        resourceId: id,
        facts: facts(monoFact("Id", id), ["State", resource.State], ["Type", resource.Type]),
      },
      { id: "on-premises", kind: "on-premises", label: "On premises", facts: [] },
    ]),
    edges: attached.map(([id]) =>
      graphEdge({
        kind: "gateway",
        source: id,
        target: "on-premises",
        evidence: `${id} is attached to ${vpcId}; what lies behind it is not known to AWS`,
      }),
    ),
    omitted: [],
  };
}
