import { connectionId } from "../connections/connection-id";
import type { Connection, Index, Located, LocatedFunction, Resource } from "../network";
import { normalizeVpcConfig, type Attachment } from "../vpc-config";

export interface ConnectionIndexes {
  functions: ReadonlyMap<string, LocatedFunction>;
  functionVersions: ReadonlyMap<string, LocatedFunction>;
  connections: ReadonlyMap<string, Connection>;
}

interface Draft extends Connection {
  functionArns: string[];
  versionArns: string[];
}

/** Groups functions and published versions by what they are connected with. */
export function indexConnections(
  latest: Index<Resource<"Functions">>,
  versions: Index<Resource<"Functions">>,
  subnets: Index<Resource<"Subnets">>,
): ConnectionIndexes {
  const connections = new Map<string, Draft>();
  const connect = (
    arn: string,
    located: Located<Resource<"Functions">>,
    list: "functionArns" | "versionArns",
  ) => {
    const attachment = attachmentOf(located.resource, subnets);
    const functionName = located.resource.FunctionName ?? arn.split(":")[6] ?? arn;
    if (!attachment) return { ...located, arn, functionName, attachment, connectionId: null };
    const id = connectionId(attachment);
    const connection = connections.get(id) ?? newConnection(id, attachment, located);
    connection[list].push(arn);
    connections.set(id, connection);
    return { ...located, arn, functionName, attachment, connectionId: id };
  };
  const functions = mapIndex(latest, (arn, located) => connect(arn, located, "functionArns"));
  const functionVersions = mapIndex(versions, (arn, located) => connect(arn, located, "versionArns"));
  for (const { functionArns, versionArns } of connections.values()) {
    functionArns.sort();
    versionArns.sort();
  }
  return { functions, functionVersions, connections };
}

/** Some emulators answer one constant `VpcConfig.VpcId`, so the VPC is taken from the subnets wherever they were read. */
export function attachmentOf(
  { VpcConfig }: Resource<"Functions">,
  subnets: Index<Resource<"Subnets">>,
): Attachment | null {
  const attachment = normalizeVpcConfig(VpcConfig);
  if (!attachment) return null;
  const vpcId = attachment.subnetIds.map((id) => subnets.get(id)?.resource.VpcId).find(Boolean);
  return { ...attachment, vpcId: vpcId ?? attachment.vpcId };
}

/** One that nobody uses yet. */
export function newConnection(
  id: string,
  attachment: Attachment,
  { accountId, region, captureIndex }: Located<unknown>,
): Draft {
  const { vpcId, subnetIds, securityGroupIds, ipv6AllowedForDualStack } = attachment;
  return {
    id,
    vpcId: vpcId === "" ? null : vpcId,
    subnetIds,
    securityGroupIds,
    ipv6AllowedForDualStack,
    functionArns: [],
    versionArns: [],
    accountId,
    region,
    captureIndex,
  };
}

function mapIndex<From, To>(
  index: ReadonlyMap<string, From>,
  to: (id: string, value: From) => To,
): Map<string, To> {
  return new Map([...index].map(([id, value]) => [id, to(id, value)]));
}
