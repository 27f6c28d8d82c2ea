import type {
  AvailabilityZone,
  CreateSubnetCommandInput,
  CreateSubnetCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { getKnown, missingParameter } from "../requests/get-known";
import { specifiedTags } from "../requests/specified-tags";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { readSubnetCidr, readSubnetIpv6Cidr } from "./check-subnet-cidr";
import { subnetCollection } from "./describe-subnets";
import { makeSubnet } from "./make-subnet";

/** "Subnets per VPC" (VPC user guide: Amazon VPC quotas). */
const SUBNETS_PER_VPC = 200;

/** The zone that a request names by name or id; without one, the first: AWS chooses as it likes. */
export function readZone(
  { availabilityZones: zones }: RegionWorld,
  {
    AvailabilityZone: name,
    AvailabilityZoneId: id,
  }: { AvailabilityZone?: string; AvailabilityZoneId?: string },
): AvailabilityZone {
  const zone = zones.find(
    ({ ZoneName: zoneName, ZoneId: zoneId }) =>
      (name === undefined || zoneName === name) && (id === undefined || zoneId === id),
  );
  if (zone !== undefined) return zone;
  const [parameter, value, known] =
    id === undefined
      ? ["availabilityZone", name, zones.map((candidate) => candidate.ZoneName)]
      : ["availabilityZoneId", id, zones.map((candidate) => candidate.ZoneId)];
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${value ?? ""}) for parameter ${parameter} is invalid. Subnets can currently only be created in the following availability zones: ${known.join(", ")}.`,
  );
}

function checkQuota({ regionWorld }: HandlerContext, vpcId: string | undefined): void {
  const count = regionWorld.subnets.filter((subnet) => subnet.VpcId === vpcId).length;
  if (count < SUBNETS_PER_VPC) return;
  throw new AwsError("SubnetLimitExceeded", "The maximum number of subnets has been reached.");
}

/** Makes a subnet in a VPC. */
export const createSubnet: Handler<CreateSubnetCommandInput, Answer<CreateSubnetCommandOutput>> = (
  context,
  input,
) => {
  const { regionWorld } = context;
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const isIpv6Only = input.Ipv6Native === true;
  if (isIpv6Only && input.CidrBlock !== undefined) {
    throw new AwsError("InvalidParameterCombination", "An IPv6 only subnet cannot have an IPv4 CIDR block.");
  }
  if (!isIpv6Only && input.CidrBlock === undefined) throw missingParameter("cidrBlock");
  if (isIpv6Only && input.Ipv6CidrBlock === undefined) throw missingParameter("ipv6CidrBlock");
  const zone = readZone(regionWorld, {
    ...(input.AvailabilityZone === undefined ? {} : { AvailabilityZone: input.AvailabilityZone }),
    ...(input.AvailabilityZoneId === undefined ? {} : { AvailabilityZoneId: input.AvailabilityZoneId }),
  });
  const cidr = input.CidrBlock === undefined ? undefined : readSubnetCidr(regionWorld, vpc, input.CidrBlock);
  const ipv6Cidr =
    input.Ipv6CidrBlock === undefined ? undefined : readSubnetIpv6Cidr(regionWorld, vpc, input.Ipv6CidrBlock);
  const tags = specifiedTags(input.TagSpecifications, "subnet");
  checkQuota(context, vpc.VpcId);
  const made = makeSubnet(context, vpc, {
    ...(cidr === undefined ? {} : { cidr }),
    ...(ipv6Cidr === undefined ? {} : { ipv6Cidr }),
    zone,
    tags,
  });
  return { Subnet: subnetCollection.list(context).find((subnet) => subnet.SubnetId === made.SubnetId) };
};
