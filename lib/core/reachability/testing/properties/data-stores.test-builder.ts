import type { Capture } from "@/lib/core/network/snapshot";
import type { Resources } from "@/lib/core/network/resources";
import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";

/** A function, a database and a cache in each VPC, and one function in none: what pages ask about. */
export function addDataStores(captures: readonly Capture[]): Capture[] {
  return captures.map((capture, index) => ({
    ...capture,
    resources: joined(capture.resources, dataStores(capture, index)),
  }));
}

/** The lists of both, one after the other. */
function joined(own: Resources, more: Resources): Resources {
  const lists = new Map<string, unknown[]>(Object.entries(own));
  for (const [key, list] of Object.entries(more)) lists.set(key, [...(lists.get(key) ?? []), ...list]);
  return Object.fromEntries(lists);
}

function dataStores({ accountId, region, resources }: Capture, index: number): Resources {
  const place = [accountId ?? "", region ?? ""] as const;
  const inVpcs = (resources.Vpcs ?? []).flatMap(({ VpcId }) => {
    const SubnetIds = idsIn(resources.Subnets, VpcId, ({ SubnetId }) => SubnetId);
    const SecurityGroupIds = idsIn(resources.SecurityGroups, VpcId, ({ GroupId }) => GroupId).slice(0, 2);
    return VpcId === undefined || SubnetIds.length === 0 ? [] : [{ VpcId, SubnetIds, SecurityGroupIds }];
  });
  return {
    Functions: [
      ...inVpcs.map((VpcConfig) => functionIn(place, `orders-${VpcConfig.VpcId}`, VpcConfig)),
      functionIn(place, `idle-${index}`, undefined),
    ],
    DBInstances: inVpcs.map(({ VpcId, SubnetIds, SecurityGroupIds }) =>
      aDbInstance({
        DBInstanceIdentifier: `db-${VpcId}`,
        DBSubnetGroup: {
          VpcId,
          Subnets: SubnetIds.map((SubnetIdentifier) => ({ SubnetIdentifier })),
        },
        VpcSecurityGroups: SecurityGroupIds.map((VpcSecurityGroupId) => ({ VpcSecurityGroupId })),
      }),
    ),
    CacheClusters: inVpcs.map(({ VpcId, SecurityGroupIds }) =>
      aCacheCluster({
        CacheClusterId: `cache-${VpcId}`,
        CacheSubnetGroupName: VpcId,
        SecurityGroups: SecurityGroupIds.map((SecurityGroupId) => ({ SecurityGroupId })),
      }),
    ),
    CacheSubnetGroups: inVpcs.map(({ VpcId, SubnetIds }) =>
      aCacheSubnetGroup({
        CacheSubnetGroupName: VpcId,
        VpcId,
        Subnets: SubnetIds.map((SubnetIdentifier) => ({ SubnetIdentifier })),
      }),
    ),
  };
}

type VpcConfig = NonNullable<ReturnType<typeof aFunction>["VpcConfig"]>;

function functionIn(
  place: readonly [accountId: string, region: string],
  FunctionName: string,
  VpcConfig: VpcConfig | undefined,
) {
  return aFunction({ FunctionName, FunctionArn: functionArn(FunctionName, ...place), VpcConfig });
}

function idsIn<Item extends { VpcId?: string | undefined }>(
  items: readonly Item[] | undefined,
  vpcId: string | undefined,
  idOf: (item: Item) => string | undefined,
): string[] {
  const ids = (items ?? []).filter(({ VpcId }) => VpcId === vpcId).flatMap((item) => idOf(item) ?? []);
  return [...new Set(ids)];
}
