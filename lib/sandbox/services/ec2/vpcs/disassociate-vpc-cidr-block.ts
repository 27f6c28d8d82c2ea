import type {
  DisassociateVpcCidrBlockCommandInput,
  DisassociateVpcCidrBlockCommandOutput,
  Subnet,
  Vpc,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { missingParameter } from "../requests/get-known";
import { cidrContains, parseCidr } from "../requests/parse-cidr";
import { scheduleInRegion } from "../requests/schedule-in-region";

/** AWS gives no figure: seconds. */
const DISASSOCIATING_MS = 3_000;

function lies(subnet: Subnet, block: string): boolean {
  const outer = parseCidr(block);
  const inner = [
    subnet.CidrBlock,
    ...(subnet.Ipv6CidrBlockAssociationSet ?? []).map((item) => item.Ipv6CidrBlock),
  ].flatMap((text) => parseCidr(text ?? "") ?? []);
  return outer !== undefined && inner.some((cidr) => cidrContains(outer, cidr));
}

function checkRemoval(vpc: Vpc, id: string, { isPrimary, isUsed }: { isPrimary: boolean; isUsed: boolean }) {
  if (isPrimary) {
    throw new AwsError(
      "OperationNotPermitted",
      `The vpc CIDR block with association ID ${id} may not be disassociated. It is the primary IPv4 CIDR block of the VPC`,
    );
  }
  if (isUsed) {
    throw new AwsError(
      "DependencyViolation",
      `The vpc CIDR block with association ID ${id} of ${vpc.VpcId ?? ""} has dependencies and cannot be disassociated.`,
    );
  }
}

/** Takes a block from a VPC: not its first one, nor one that a subnet lies in. */
export const disassociateVpcCidrBlock: Handler<
  DisassociateVpcCidrBlockCommandInput,
  Answer<DisassociateVpcCidrBlockCommandOutput>
> = (context, input) => {
  const id = input.AssociationId;
  if (id === undefined || id === "") throw missingParameter("associationId");
  const { vpcs, subnets } = context.regionWorld;
  for (const vpc of vpcs) {
    const ipv4 = vpc.CidrBlockAssociationSet?.find((item) => item.AssociationId === id);
    const ipv6 = vpc.Ipv6CidrBlockAssociationSet?.find((item) => item.AssociationId === id);
    const block = ipv4?.CidrBlock ?? ipv6?.Ipv6CidrBlock;
    if (block === undefined) continue;
    const isUsed = subnets.some((subnet) => subnet.VpcId === vpc.VpcId && lies(subnet, block));
    checkRemoval(vpc, id, { isPrimary: block === vpc.CidrBlock, isUsed });
    if (ipv4 !== undefined) ipv4.CidrBlockState = { State: "disassociating" };
    if (ipv6 !== undefined) ipv6.Ipv6CidrBlockState = { State: "disassociating" };
    scheduleInRegion(context, {
      kind: "vpc-cidr-disassociated",
      subject: vpc.VpcId ?? "",
      data: { associationId: id },
      afterMs: DISASSOCIATING_MS,
    });
    return structuredClone({
      VpcId: vpc.VpcId,
      ...(ipv4 === undefined ? {} : { CidrBlockAssociation: ipv4 }),
      ...(ipv6 === undefined ? {} : { Ipv6CidrBlockAssociation: ipv6 }),
    });
  }
  throw new AwsError(
    "InvalidVpcCidrBlockAssociationID.NotFound",
    `The vpc CIDR block association ID '${id}' does not exist`,
  );
};
