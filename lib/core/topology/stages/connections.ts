import { interfacesAt } from "../../network/connections/interfaces-of-connection";
import { coverageOf } from "../../network/coverage-of";
import { nameTag } from "../../network/name-tag";
import type { Connection, Network } from "../../network/network";
import { count, facts, monoFact } from "../facts";
import { graphEdge, type GraphEdge, type GraphNode, type GraphPart } from "../graph";
import type { VpcScope } from "../scope";
import { compareText } from "../view/view-graph";
import { functionRows, worstState } from "./function-rows";

/** More functions than this in one group make a list nobody reads; the Functions page shows them all. */
export const MAX_FUNCTIONS = 200;

/** Connections with the functions they hold, each with an edge to every subnet it is placed in. */
export function connections({ network, vpcId }: VpcScope): GraphPart {
  const own = [...(network.lookups.connectionIdsByVpc.get(vpcId) ?? [])]
    .sort(compareText)
    .flatMap((id) => network.connections.get(id) ?? []);
  const hidden = own.reduce(
    (sum, { functionArns }) => sum + Math.max(0, functionArns.length - MAX_FUNCTIONS),
    0,
  );
  return {
    nodes: own.map((connection) => connectionNode(network, connection)),
    edges: own.flatMap((connection) => placements(network, connection)),
    omitted:
      hidden === 0
        ? []
        : [
            {
              kind: "function",
              count: hidden,
              reason: `only the first ${MAX_FUNCTIONS} of a connection are listed`,
            },
          ],
  };
}

function connectionNode(network: Network, connection: Connection): GraphNode {
  const { id, functionArns, versionArns, securityGroupIds, ipv6AllowedForDualStack } = connection;
  const groups = securityGroupIds.map((groupId) => groupLabel(network, groupId));
  const functions = functionRows(network, functionArns);
  const state = worstState(functions.map((row) => row.state));
  const versions = versionArns.length === 0 ? "" : `, ${count(versionArns.length, "version")}`;
  return {
    id,
    kind: "connection",
    label: groups.length === 0 ? "No security group" : groups.join(" + "),
    sublabel: `${count(functionArns.length, "function")}${versions}`,
    ...(state !== null && { state }),
    facts: facts(
      ...securityGroupIds.map((groupId) => monoFact("Security group", groupId)),
      ["Functions", functionArns.length],
      ["Published versions", versionArns.length === 0 ? undefined : versionArns.length],
      ["IPv6", ipv6AllowedForDualStack ? "allowed" : undefined],
    ),
    functions: functions.slice(0, MAX_FUNCTIONS),
  };
}

function groupLabel(network: Network, groupId: string): string {
  const resource = network.securityGroups.get(groupId)?.resource;
  return (resource && nameTag(resource)) ?? resource?.GroupName ?? groupId;
}

function placements(network: Network, connection: Connection): GraphEdge[] {
  const isRead = coverageOf(network, "DescribeNetworkInterfaces", connection).status === "ok";
  return connection.subnetIds.map((subnetId) => {
    const ids = interfacesAt(network, subnetId, connection.securityGroupIds).map(
      ({ resource }) => resource.NetworkInterfaceId,
    );
    const none = isRead ? "no interface there now" : "its interfaces were not read";
    return graphEdge({
      kind: "placement",
      source: connection.id,
      target: subnetId,
      evidence: `VpcConfig names ${subnetId}: ${ids.length === 0 ? none : ids.sort(compareText).join(", ")}`,
    });
  });
}
