import type { VpcEncryptionControlExclusions } from "@aws-sdk/client-ec2";
import type { Resource } from "@/lib/core/network/network";
import { add, type VpcDraft, type World } from "./draft";

/** Block Public Access and encryption control: off for most. */
export function addSwitches(world: World): void {
  const { random, places, vpcs } = world;
  for (const place of places) {
    const InternetGatewayBlockMode = random.weighted(
      ["off", 20],
      ["block-ingress", 1],
      ["block-bidirectional", 1],
    );
    add(place, "VpcBlockPublicAccessOptions", {
      AwsAccountId: place.accountId,
      AwsRegion: place.region,
      State: "update-complete",
      InternetGatewayBlockMode,
    });
    if (InternetGatewayBlockMode !== "off") for (const vpc of vpcs) addExclusion(world, vpc);
  }
  for (const vpc of vpcs) {
    add(vpc.place, "VpcBlockPublicAccessExclusions");
    add(vpc.place, "VpcEncryptionControls");
    if (random.chance(0.05)) addEncryptionControl(world, vpc);
  }
}

function addExclusion({ random }: World, vpc: VpcDraft): void {
  if (random.chance(0.4)) return;
  const { region, accountId } = vpc.place;
  const subnet = random.maybe(vpc.subnets);
  const resource = random.chance(0.5) || !subnet ? `vpc/${vpc.id}` : `subnet/${subnet.id}`;
  add(vpc.place, "VpcBlockPublicAccessExclusions", {
    ExclusionId: `vpcbpa-exclude-${vpc.index}`,
    InternetGatewayExclusionMode: random.pick(["allow-bidirectional", "allow-egress"]),
    ResourceArn: `arn:aws:ec2:${region}:${accountId}:${resource}`,
    State: random.weighted(["create-complete", 6], ["delete-complete", 1]),
  });
}

function addEncryptionControl({ random }: World, vpc: VpcDraft): void {
  const kinds = [
    "InternetGateway",
    "NatGateway",
    "EgressOnlyInternetGateway",
    "VirtualPrivateGateway",
    "VpcPeering",
  ] as const;
  const exclusions: VpcEncryptionControlExclusions = {};
  for (const kind of kinds)
    if (random.chance(0.5)) exclusions[kind] = { State: random.chance(0.8) ? "enabled" : "disabled" };
  const control: Resource<"VpcEncryptionControls"> = {
    VpcId: vpc.id,
    VpcEncryptionControlId: `vpcec-${vpc.index}`,
    Mode: random.pick(["monitor", "enforce"]),
    State: "available",
    ResourceExclusions: exclusions,
  };
  add(vpc.place, "VpcEncryptionControls", control);
}
