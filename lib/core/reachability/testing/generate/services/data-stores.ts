import { add, type SubnetDraft, type VpcDraft, type World } from "../draft";
import { draftInterface, nextPublicAddress } from "../interfaces";

/** A database and a cache in some VPCs, with interfaces at hosts 80 and 81 that some accounts do not show. */
export function addDataStores(world: World): void {
  for (const vpc of world.vpcs) {
    if (world.random.chance(0.3)) addDatabase(world, vpc);
    if (world.random.chance(0.25)) addCache(world, vpc);
  }
}

/** Two or three of its subnets, as a subnet group wants them. */
function someSubnets({ random }: World, vpc: VpcDraft): SubnetDraft[] {
  return vpc.subnets.slice(0, random.pick([2, 3]));
}

/** Its groups, and its interfaces where they are shown: with a public address, for the most part, if it is public. */
function place(
  world: World,
  vpc: VpcDraft,
  subnets: readonly SubnetDraft[],
  { host, text, isPublic = false }: { host: number; text: string; isPublic?: boolean },
) {
  const { random } = world;
  const [first] = subnets;
  const { Groups = [] } = first ? draftInterface(world, vpc, first, host) : {};
  const isShown = random.chance(0.6);
  for (const subnet of subnets.slice(0, random.pick([1, 1, 2]))) {
    const one = draftInterface(world, vpc, subnet, host);
    const seen =
      isPublic && random.chance(0.8) ? { Association: { PublicIp: nextPublicAddress(world) } } : {};
    const shown = { ...one, ...seen, Groups, Status: "in-use" as const, Description: text };
    if (isShown) add(vpc.place, "NetworkInterfaces", shown);
  }
  return Groups.map(({ GroupId = "" }) => GroupId);
}

function addDatabase(world: World, vpc: VpcDraft): void {
  const { random } = world;
  const DBInstanceIdentifier = `db-${vpc.index}`;
  const subnets = someSubnets(world, vpc);
  const isPublic = random.chance(0.4);
  const groupIds = place(world, vpc, subnets, { host: 80, text: "RDSNetworkInterface", isPublic });
  vpc.databaseIds.push(DBInstanceIdentifier);
  add(vpc.place, "DBInstances", {
    DBInstanceIdentifier,
    DBInstanceArn: `arn:aws:rds:${vpc.place.region}:${vpc.place.accountId}:db:${DBInstanceIdentifier}`,
    VpcSecurityGroups: groupIds.map((VpcSecurityGroupId) => ({ VpcSecurityGroupId, Status: "active" })),
    PubliclyAccessible: isPublic,
    ...(random.chance(0.3) ? { AvailabilityZone: `${vpc.place.region}a` } : {}),
    DBSubnetGroup: {
      VpcId: vpc.id,
      Subnets: subnets.map(({ id, zone }) => ({
        SubnetIdentifier: id,
        SubnetAvailabilityZone: { Name: `${vpc.place.region}${zone}` },
      })),
    },
  });
}

function addCache(world: World, vpc: VpcDraft): void {
  const CacheClusterId = `cache-${vpc.index}`;
  const subnets = someSubnets(world, vpc);
  const groupIds = place(world, vpc, subnets, { host: 81, text: `ElastiCache ${CacheClusterId}` });
  vpc.cacheIds.push(CacheClusterId);
  add(vpc.place, "CacheClusters", {
    CacheClusterId,
    ARN: `arn:aws:elasticache:${vpc.place.region}:${vpc.place.accountId}:cluster:${CacheClusterId}`,
    CacheSubnetGroupName: `group-${vpc.index}`,
    SecurityGroups: groupIds.map((SecurityGroupId) => ({ SecurityGroupId, Status: "active" })),
  });
  add(vpc.place, "CacheSubnetGroups", {
    CacheSubnetGroupName: `group-${vpc.index}`,
    ARN: `arn:aws:elasticache:${vpc.place.region}:${vpc.place.accountId}:subnetgroup:group-${vpc.index}`,
    VpcId: vpc.id,
    Subnets: subnets.map(({ id }) => ({ SubnetIdentifier: id })),
  });
}
