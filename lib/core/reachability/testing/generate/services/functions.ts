import { add, type VpcDraft, type World } from "../draft";

/** A function in some VPCs: where Lambda has made an interface for its groups it shares that one. */
export function addFunctions(world: World): void {
  for (const vpc of world.vpcs) if (world.random.chance(0.6)) addFunction(world, vpc);
}

function addFunction({ random }: World, vpc: VpcDraft): void {
  const FunctionName = `fn-${vpc.index}`;
  const SubnetIds = vpc.subnets.filter(() => random.chance(0.7)).map(({ id }) => id);
  vpc.functionNames.push(FunctionName);
  add(vpc.place, "Functions", {
    FunctionName,
    FunctionArn: `arn:aws:lambda:${vpc.place.region}:${vpc.place.accountId}:function:${FunctionName}`,
    Version: "$LATEST",
    VpcConfig: {
      VpcId: vpc.id,
      SubnetIds: SubnetIds.length > 0 ? SubnetIds : vpc.subnets.slice(0, 1).map(({ id }) => id),
      SecurityGroupIds: groupsOf(vpc, SubnetIds) ?? vpc.groupIds.slice(0, 1),
      Ipv6AllowedForDualStack: random.chance(0.8),
    },
  });
}

/** Of an interface that Lambda has made in one of these subnets. */
function groupsOf({ place }: VpcDraft, subnetIds: readonly string[]): string[] | undefined {
  const made = (place.resources.NetworkInterfaces ?? []).find(({ NetworkInterfaceId }) =>
    subnetIds.some((subnetId) => NetworkInterfaceId === `eni-${subnetId}-20`),
  );
  return made?.Groups?.flatMap(({ GroupId }) => GroupId ?? []);
}
