import { add, type VpcDraft, type World } from "../draft";
import { draftInterface } from "../interfaces";
import { endpointPolicy } from "./endpoint-policy";

/** Interface endpoints at host 40 of some subnets, most of them under the service's own name. */
export function addEndpoints(world: World): void {
  const { random } = world;
  for (const vpc of world.vpcs) {
    if (random.chance(0.55)) addEndpoint(world, vpc, "secretsmanager", 40);
    if (random.chance(0.12)) addEndpoint(world, vpc, "s3", 41);
  }
}

function addEndpoint(world: World, vpc: VpcDraft, service: "secretsmanager" | "s3", host: 40 | 41): void {
  const { random } = world;
  const subnets = vpc.subnets.filter((_, index) => index === 0 || random.chance(0.4));
  const made = subnets.map((subnet) => draftInterface(world, vpc, subnet, host));
  const [{ Groups = [] } = {}] = made;
  for (const one of made)
    add(vpc.place, "NetworkInterfaces", { ...one, Groups, Status: "in-use", InterfaceType: "vpc_endpoint" });
  add(vpc.place, "VpcEndpoints", {
    VpcEndpointId: `vpce-${service}-${vpc.index}`,
    VpcEndpointType: "Interface",
    VpcId: vpc.id,
    ServiceName: `com.amazonaws.${vpc.place.region}.${service}`,
    State: random.weighted(["available", 6], ["Available", 3], ["pendingAcceptance", 1]) as "Available",
    PrivateDnsEnabled: random.chance(0.8),
    ...(service === "s3"
      ? { DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: random.chance(0.5) } }
      : {}),
    SubnetIds: subnets.map(({ id }) => id),
    NetworkInterfaceIds: made.map(({ NetworkInterfaceId = "" }) => NetworkInterfaceId),
    Groups: Groups.map(({ GroupId }) => ({ GroupId })),
    ...endpointPolicy(random),
  });
}
