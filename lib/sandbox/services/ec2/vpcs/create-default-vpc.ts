import type {
  CreateDefaultSubnetCommandInput,
  CreateDefaultSubnetCommandOutput,
  CreateDefaultVpcCommandInput,
  CreateDefaultVpcCommandOutput,
  Vpc,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { makeInternetGateway } from "../gateways/make-internet-gateway";
import { missingParameter } from "../requests/get-known";
import { cidrsOverlap, parseCidr, toAddress } from "../requests/parse-cidr";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { readZone } from "../subnets/create-subnet";
import { subnetCollection } from "../subnets/describe-subnets";
import { makeSubnet } from "../subnets/make-subnet";
import { makeVpc } from "./make-vpc";

/** "Default VPC components" (VPC user guide). */
const VPC_CIDR = "172.31.0.0/16";
const SUBNET_PREFIX = 20;

function findDefaultVpc({ regionWorld }: HandlerContext): Vpc | undefined {
  return regionWorld.vpcs.find((vpc) => vpc.IsDefault === true);
}

/** The first /20 of the default VPC that no subnet lies in. */
function freeBlock({ regionWorld }: HandlerContext, vpc: Vpc): string | undefined {
  const whole = parseCidr(vpc.CidrBlock ?? "");
  if (whole === undefined) return undefined;
  const taken = regionWorld.subnets
    .filter((subnet) => subnet.VpcId === vpc.VpcId)
    .flatMap((subnet) => parseCidr(subnet.CidrBlock ?? "") ?? []);
  for (let first = whole.first; first < whole.last; first += 1n << BigInt(32 - SUBNET_PREFIX)) {
    const block = parseCidr(`${toAddress(first, 4)}/${String(SUBNET_PREFIX)}`);
    if (block !== undefined && !taken.some((other) => cidrsOverlap(other, block))) return block.canonical;
  }
  return undefined;
}

/** Makes the region's default VPC: with a subnet in each zone, an internet gateway and a way to it. */
export const createDefaultVpc: Handler<
  CreateDefaultVpcCommandInput,
  Answer<CreateDefaultVpcCommandOutput>
> = (context) => {
  if (findDefaultVpc(context) !== undefined) {
    throw new AwsError(
      "DefaultVpcAlreadyExists",
      "A Default VPC already exists for this account in this region.",
    );
  }
  const { vpc, mainRouteTable } = makeVpc(context, {
    cidr: VPC_CIDR,
    state: "pending",
    isDefault: true,
    dnsHostnames: true,
    tags: [],
  });
  for (const zone of context.regionWorld.availabilityZones) {
    const cidr = freeBlock(context, vpc);
    if (cidr === undefined) break;
    makeSubnet(context, vpc, { cidr, zone, isDefault: true, mapPublicIpOnLaunch: true, tags: [] });
  }
  const gateway = makeInternetGateway(context, { vpcId: vpc.VpcId ?? "", tags: [] });
  mainRouteTable.Routes?.push({
    DestinationCidrBlock: "0.0.0.0/0",
    GatewayId: gateway.InternetGatewayId,
    Origin: "CreateRoute",
    State: "active",
  });
  scheduleInRegion(context, { kind: "vpc-available", subject: vpc.VpcId ?? "", afterMs: 1_000 });
  return { Vpc: structuredClone(vpc) };
};

/** Makes the default subnet of a zone again, after it was deleted. */
export const createDefaultSubnet: Handler<
  CreateDefaultSubnetCommandInput,
  Answer<CreateDefaultSubnetCommandOutput>
> = (context, input) => {
  const { AvailabilityZone: name, AvailabilityZoneId: id } = input;
  if (name === undefined && id === undefined) throw missingParameter("availabilityZone");
  const zone = readZone(context.regionWorld, {
    ...(name === undefined ? {} : { AvailabilityZone: name }),
    ...(id === undefined ? {} : { AvailabilityZoneId: id }),
  });
  const vpc = findDefaultVpc(context);
  if (vpc === undefined) {
    throw new AwsError("DefaultVpcDoesNotExist", "No default VPC exists for this account in this region.");
  }
  const present = context.regionWorld.subnets.find(
    (subnet) => subnet.DefaultForAz === true && subnet.AvailabilityZone === zone.ZoneName,
  );
  if (present !== undefined) {
    throw new AwsError(
      "DefaultSubnetAlreadyExistsInAvailabilityZone",
      `'${present.SubnetId ?? ""}' is already the default subnet in ${zone.ZoneName ?? ""}.`,
    );
  }
  const cidr = freeBlock(context, vpc);
  if (cidr === undefined) {
    throw new AwsError("InvalidSubnet.Conflict", "The default VPC has no room for another default subnet.");
  }
  const made = makeSubnet(context, vpc, { cidr, zone, isDefault: true, mapPublicIpOnLaunch: true, tags: [] });
  return { Subnet: subnetCollection.list(context).find((subnet) => subnet.SubnetId === made.SubnetId) };
};
