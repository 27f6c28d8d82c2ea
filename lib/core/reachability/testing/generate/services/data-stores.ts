import { add, type SubnetDraft, type VpcDraft, type World } from "../draft";
import { draftInterface } from "../interfaces";

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

/** Its groups, and its interfaces where they are shown. */
function place(world: World, vpc: VpcDraft, subnets: readonly SubnetDraft[], host: number, text: string) {
  const { random } = world;
  const [first] = subnets;
  const { Groups = [] } = first ? draftInterface(world, vpc, first, host) : {};
  const isShown = random.chance(0.6);
  for (const subnet of subnets.slice(0, random.pick([1, 1, 2]))) {
    const one = draftInterface(world, vpc, subnet, host);
    if (isShown) add(vpc.place, "NetworkInterfaces", { ...one, Groups, Status: "in-use", Description: text });
  }
  return Groups.map(({ GroupId = "" }) => GroupId);
}

function addDatabase(world: World, vpc: VpcDraft): void {
  const { random } = world;
  const DBInstanceIdentifier = `db-${vpc.index}`;
  const subnets = someSubnets(world, vpc);
  const groupIds = place(world, vpc, subnets, 80, "RDSNetworkInterface");
  vpc.databaseIds.push(DBInstanceIdentifier);
  add(vpc.place, "DBInstances", {
    DBInstanceIdentifier,
    DBInstanceArn: `arn:aws:rds:${vpc.place.region}:${vpc.place.accountId}:db:${DBInstanceIdentifier}`,
    VpcSecurityGroups: groupIds.map((VpcSecurityGroupId) => ({ VpcSecurityGroupId, Status: "active" })),
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
  const groupIds = place(world, vpc, subnets, 81, `ElastiCache ${CacheClusterId}`);
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
