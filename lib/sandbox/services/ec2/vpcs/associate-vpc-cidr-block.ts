import type {
  AssociateVpcCidrBlockCommandInput,
  AssociateVpcCidrBlockCommandOutput,
  Vpc,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { addLocalRoutes, vpcCidrs } from "../routes/local-routes";
import { defaultEntries } from "../network-acls/default-entries";
import { getKnown } from "../requests/get-known";
import { cidrContains, cidrsOverlap, parseCidr, type Cidr } from "../requests/parse-cidr";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { amazonIpv6Association } from "./amazon-ipv6";
import { checkCidrBeside, readVpcCidr } from "./check-vpc-cidr";
import { vpcCollection } from "./describe-vpcs";

/** "IPv4 CIDR blocks per VPC", "IPv6 CIDR blocks per VPC" (VPC user guide: Amazon VPC quotas). */
const CIDRS_PER_VPC = 5;
/** AWS gives no figure: seconds. */
const ASSOCIATING_MS = 3_000;

function checkQuota(vpc: Vpc, count: number): void {
  if (count < CIDRS_PER_VPC) return;
  throw new AwsError(
    "CidrLimitExceeded",
    `This network '${vpc.VpcId ?? ""}' has met its maximum number of allowed CIDRs: ${String(CIDRS_PER_VPC)}`,
  );
}

/** "Must not be the same or larger than a destination CIDR range of a route in any of the VPC route tables". */
function checkRoutes({ regionWorld }: HandlerContext, vpc: Vpc, added: Cidr): void {
  const routes = regionWorld.routeTables
    .filter((table) => table.VpcId === vpc.VpcId)
    .flatMap((table) => table.Routes ?? []);
  const isTaken = routes.some((route) => {
    const destination = parseCidr(route.DestinationCidrBlock ?? "");
    return destination !== undefined && cidrContains(added, destination);
  });
  if (isTaken)
    throw new AwsError("InvalidVpc.Range", `The CIDR '${added.canonical}' conflicts with a route.`);
}

function readIpv4(context: HandlerContext, vpc: Vpc, text: string): string {
  const added = readVpcCidr(text);
  const present = vpcCidrs(vpc).flatMap((cidr) => parseCidr(cidr) ?? []);
  if (present.some((cidr) => cidrsOverlap(cidr, added))) {
    throw new AwsError(
      "InvalidVpc.Range",
      `The CIDR '${added.canonical}' conflicts with another CIDR of the VPC.`,
    );
  }
  const primary = parseCidr(vpc.CidrBlock ?? "");
  if (primary !== undefined) checkCidrBeside(primary, added);
  checkRoutes(context, vpc, added);
  checkQuota(vpc, vpc.CidrBlockAssociationSet?.length ?? 0);
  return added.canonical;
}

/** Adds an IPv4 block to a VPC, or an IPv6 block of Amazon's, with its local routes. */
export const associateVpcCidrBlock: Handler<
  AssociateVpcCidrBlockCommandInput,
  Answer<AssociateVpcCidrBlockCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const wantsIpv6 = input.AmazonProvidedIpv6CidrBlock === true;
  if (wantsIpv6 === (input.CidrBlock !== undefined)) {
    throw new AwsError(
      wantsIpv6 ? "InvalidParameterCombination" : "MissingParameter",
      "Exactly one of cidrBlock and amazonProvidedIpv6CidrBlock is required.",
    );
  }
  const answer = wantsIpv6 ? addIpv6(context, vpc) : addIpv4(context, vpc, input.CidrBlock ?? "");
  const subject = vpc.VpcId ?? "";
  scheduleInRegion(context, { kind: "vpc-available", subject, afterMs: ASSOCIATING_MS });
  return { VpcId: vpc.VpcId, ...structuredClone(answer) };
};

function addIpv4(context: HandlerContext, vpc: Vpc, text: string) {
  const cidr = readIpv4(context, vpc, text);
  const association = {
    AssociationId: context.ids.id("vpc-cidr-assoc"),
    CidrBlock: cidr,
    CidrBlockState: { State: "associating" as const },
  };
  vpc.CidrBlockAssociationSet = [...(vpc.CidrBlockAssociationSet ?? []), association];
  addLocalRoutes(context.regionWorld, vpc.VpcId, cidr);
  return { CidrBlockAssociation: association };
}

function addIpv6(context: HandlerContext, vpc: Vpc) {
  const present = vpc.Ipv6CidrBlockAssociationSet ?? [];
  checkQuota(vpc, present.length);
  const association = amazonIpv6Association(context);
  vpc.Ipv6CidrBlockAssociationSet = [...present, association];
  if (association.Ipv6CidrBlock !== undefined) {
    addLocalRoutes(context.regionWorld, vpc.VpcId, association.Ipv6CidrBlock);
  }
  for (const acl of context.regionWorld.networkAcls) {
    // The default list gets its IPv6 rules with the VPC's first IPv6 block (VPC user guide: "Default network ACL").
    if (present.length > 0 || acl.VpcId !== vpc.VpcId || acl.IsDefault !== true) continue;
    acl.Entries = [...(acl.Entries ?? []), ...defaultEntries(6)];
  }
  return { Ipv6CidrBlockAssociation: association };
}
