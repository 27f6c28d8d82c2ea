import { nameTag } from "../../network/name-tag";
import type { Network } from "../../network/network";
import { idsIn } from "./name-ids";
import type { ToldAnswer, ToldTrace } from "./told-answer";

/** Names of the resources that an answer speaks of, by id. What has no name, or was not read, is not in it. */
export function namesInAnswer(network: Network, answer: Pick<ToldAnswer, "traces">): Record<string, string> {
  const named = namesOf(network, answer.traces.flatMap(idsOf));
  // AWS tells what an interface belongs to by an id in its description: `VPC Endpoint Interface vpce-…`.
  const owners = namesOf(
    network,
    named.flatMap(([, name]) => idsIn(name)),
  );
  return Object.fromEntries([...owners, ...named]);
}

function namesOf(network: Network, ids: readonly string[]): [string, string][] {
  return [...new Set(ids)].flatMap((id): [string, string][] => {
    const name = nameOf(network, id);
    return name === null || name === id ? [] : [[id, name]];
  });
}

function idsOf({
  subnetId,
  networkInterfaceId,
  forward,
  return: back,
  explanations,
  notEvaluated,
}: ToldTrace): string[] {
  const messages = [...explanations, ...notEvaluated].flatMap(({ message }) => idsIn(message));
  const evidence = [...explanations, ...forward, ...back].flatMap((one) => one.evidence ?? []);
  const own = [...forward, ...back, ...explanations, ...evidence].map(({ resourceId }) => resourceId);
  return [subnetId, networkInterfaceId, ...own, ...messages].filter((id) => typeof id === "string");
}

type Tagged = Parameters<typeof nameTag>[0];

/** Where resources with `Tags` are found by the beginning of their id. */
const places = new Map<string, (network: Network) => ReadonlyMap<string, { resource: Tagged }>>([
  ["vpc", ({ vpcs }) => vpcs],
  ["subnet", ({ subnets }) => subnets],
  ["rtb", ({ routeTables }) => routeTables],
  ["acl", ({ networkAcls }) => networkAcls],
  ["nat", ({ natGateways }) => natGateways],
  ["igw", ({ internetGateways }) => internetGateways],
  ["eigw", ({ egressOnlyInternetGateways }) => egressOnlyInternetGateways],
  ["vpce", ({ vpcEndpoints }) => vpcEndpoints],
  ["pcx", ({ vpcPeeringConnections }) => vpcPeeringConnections],
  ["tgw", ({ transitGateways }) => transitGateways],
  ["tgw-attach", ({ transitGatewayAttachments }) => transitGatewayAttachments],
  ["tgw-rtb", ({ transitGatewayRouteTables }) => transitGatewayRouteTables],
  ["vgw", ({ vpnGateways }) => vpnGateways],
  ["i", ({ instances }) => instances],
]);

function nameOf(network: Network, id: string): string | null {
  const kind = id.slice(0, id.lastIndexOf("-"));
  const tagged = places.get(kind)?.(network).get(id)?.resource;
  if (tagged !== undefined) return nameTag(tagged);
  switch (kind) {
    case "sg":
      return groupName(network.securityGroups.get(id)?.resource ?? {});
    case "eni":
      return interfaceName(network.networkInterfaces.get(id)?.resource ?? {});
    case "pl":
      return (
        network.prefixLists.get(id)?.resource.PrefixListName ??
        network.managedPrefixLists.get(id)?.resource.PrefixListName ??
        null
      );
    default:
      return (
        network.functions.get(id)?.functionName ??
        network.dbInstances.get(id)?.resource.DBInstanceIdentifier ??
        network.cacheClusters.get(id)?.resource.CacheClusterId ??
        null
      );
  }
}

function groupName(resource: Tagged & { GroupName?: string | undefined }): string | null {
  return nameTag(resource) ?? resource.GroupName ?? null;
}

/** What AWS makes for others is told apart by its description only. Lambda's names but one of the functions that share it. */
function interfaceName(resource: Tagged & { Description?: string | undefined }): string | null {
  const { Description = "" } = resource;
  if (Description === "RDSNetworkInterface") return nameTag(resource) ?? "RDS interface";
  if (Description.startsWith("AWS Lambda VPC ENI")) return nameTag(resource) ?? "Lambda interface";
  return nameTag(resource) ?? (Description === "" ? null : Description);
}
