import type {
  AvailabilityZone,
  CreateNatGatewayCommandInput,
  NatGateway,
  NatGatewayAddress,
  Tag,
  Vpc,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { refuseUnencrypted } from "../account/encryption-controls/refuse-unencrypted";
import { allocationIds } from "../addresses/address-ids";
import { getKnown } from "../requests/get-known";
import { readZone } from "../subnets/create-subnet";
import { vpcCollection } from "../vpcs/describe-vpcs";

/** "Regional NAT gateways per VPC" (VPC user guide: Amazon VPC quotas). */
const GATEWAYS_PER_VPC = 5;
/** "Up to 32 Elastic IP addresses per Availability Zone" (VPC user guide: Regional NAT gateways). */
const ADDRESSES_PER_ZONE = 32;

function checkInput(input: CreateNatGatewayCommandInput): void {
  const zonal = [input.SubnetId, input.AllocationId, input.PrivateIpAddress];
  if (zonal.some((value) => value !== undefined) || (input.SecondaryAllocationIds ?? []).length > 0) {
    throw new AwsError(
      "InvalidParameterCombination",
      "A regional NAT gateway takes VpcId and AvailabilityZoneAddresses, no subnet or address of its own.",
    );
  }
  if (input.ConnectivityType === "private") {
    throw new AwsError("InvalidParameterCombination", "A regional NAT gateway cannot be private.");
  }
}

function toAddress(zone: AvailabilityZone, allocationId: string): NatGatewayAddress {
  return {
    AllocationId: allocationId,
    AvailabilityZone: zone.ZoneName,
    AvailabilityZoneId: zone.ZoneId,
    Status: "associating",
  };
}

function readAddresses(regionWorld: RegionWorld, input: CreateNatGatewayCommandInput): NatGatewayAddress[] {
  return (input.AvailabilityZoneAddresses ?? []).flatMap((item) => {
    const zone = readZone(regionWorld, {
      ...(item.AvailabilityZone === undefined ? {} : { AvailabilityZone: item.AvailabilityZone }),
      ...(item.AvailabilityZoneId === undefined ? {} : { AvailabilityZoneId: item.AvailabilityZoneId }),
    });
    const asked = item.AllocationIds ?? [];
    if (asked.length === 0 || asked.length > ADDRESSES_PER_ZONE) {
      throw new AwsError(
        "InvalidParameterValue",
        `A zone of a regional NAT gateway takes 1 to ${String(ADDRESSES_PER_ZONE)} allocation IDs.`,
      );
    }
    return asked.map((id) => {
      getKnown(regionWorld.addresses, allocationIds, id, "allocationId");
      return toAddress(zone, id);
    });
  });
}

function checkQuota(regionWorld: RegionWorld, vpc: Vpc): void {
  const count = regionWorld.natGateways.filter(
    (gateway) =>
      gateway.VpcId === vpc.VpcId &&
      gateway.AvailabilityMode === "regional" &&
      gateway.State !== "failed" &&
      gateway.State !== "deleted",
  ).length;
  if (count < GATEWAYS_PER_VPC) return;
  throw new AwsError(
    "NatGatewayLimitExceeded",
    `Performing this operation would exceed the limit of ${String(GATEWAYS_PER_VPC)} NAT gateways`,
  );
}

/** A gateway for a whole VPC, pending: with addresses zone by zone it is in manual mode, without in automatic mode. */
export function createRegionalGateway(
  { regionWorld, ids, clock }: HandlerContext,
  input: CreateNatGatewayCommandInput,
  tags: Tag[],
): NatGateway {
  checkInput(input);
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const addresses = readAddresses(regionWorld, input);
  checkQuota(regionWorld, vpc);
  refuseUnencrypted(regionWorld, vpc.VpcId, { what: "A NAT gateway", resource: "NatGateway" });
  const automatic = addresses.length === 0 ? "enabled" : "disabled";
  return {
    NatGatewayId: ids.id("nat"),
    AvailabilityMode: "regional",
    AutoProvisionZones: automatic,
    AutoScalingIps: automatic,
    ConnectivityType: "public",
    CreateTime: new Date(clock.now()),
    VpcId: vpc.VpcId,
    State: "pending",
    NatGatewayAddresses: addresses,
    Tags: tags,
  };
}
