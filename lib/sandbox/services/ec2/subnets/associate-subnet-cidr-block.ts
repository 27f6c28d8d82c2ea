import type {
  AssociateSubnetCidrBlockCommandInput,
  AssociateSubnetCidrBlockCommandOutput,
  DisassociateSubnetCidrBlockCommandInput,
  DisassociateSubnetCidrBlockCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { findIpv6CidrBlock } from "../../../lambda-interfaces/allocate-ipv6-address";
import { getKnown, missingParameter } from "../requests/get-known";
import { cidrContains, parseCidr } from "../requests/parse-cidr";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { readSubnetIpv6Cidr } from "./check-subnet-cidr";
import { subnetCollection } from "./describe-subnets";
import { ipv6Association } from "./make-subnet";

/** Gives a subnet its one IPv6 block: "You can only associate a single IPv6 CIDR block with your subnet". */
export const associateSubnetCidrBlock: Handler<
  AssociateSubnetCidrBlockCommandInput,
  Answer<AssociateSubnetCidrBlockCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const subnet = getKnown(regionWorld.subnets, subnetCollection, input.SubnetId, "subnetId");
  if (input.Ipv6CidrBlock === undefined) throw missingParameter("ipv6CidrBlock");
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, subnet.VpcId, "vpcId");
  if (findIpv6CidrBlock(subnet) !== undefined) {
    throw new AwsError(
      "InvalidSubnet.Conflict",
      `The subnet '${subnet.SubnetId ?? ""}' already has an IPv6 CIDR block.`,
    );
  }
  const association = ipv6Association(context, readSubnetIpv6Cidr(regionWorld, vpc, input.Ipv6CidrBlock));
  subnet.Ipv6CidrBlockAssociationSet = [association];
  return { SubnetId: subnet.SubnetId, Ipv6CidrBlockAssociation: association };
};

function holdsAddress(cidr: string, addresses: readonly (string | undefined)[]): boolean {
  const block = parseCidr(cidr);
  return addresses.some((address) => {
    const one = parseCidr(`${address ?? ""}/128`);
    return block !== undefined && one !== undefined && cidrContains(block, one);
  });
}

/** Takes a subnet's IPv6 block, once none of its addresses is in use (EC2 API reference). */
export const disassociateSubnetCidrBlock: Handler<
  DisassociateSubnetCidrBlockCommandInput,
  Answer<DisassociateSubnetCidrBlockCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.AssociationId;
  if (id === undefined || id === "") throw missingParameter("associationId");
  for (const subnet of regionWorld.subnets) {
    const association = subnet.Ipv6CidrBlockAssociationSet?.find((item) => item.AssociationId === id);
    if (association === undefined) continue;
    const addresses = regionWorld.networkInterfaces
      .filter((eni) => eni.SubnetId === subnet.SubnetId)
      .flatMap((eni) => (eni.Ipv6Addresses ?? []).map((item) => item.Ipv6Address));
    if (holdsAddress(association.Ipv6CidrBlock ?? "", addresses)) {
      throw new AwsError(
        "DependencyViolation",
        `The subnet CIDR block with association ID ${id} has dependencies and cannot be disassociated.`,
      );
    }
    subnet.Ipv6CidrBlockAssociationSet = subnet.Ipv6CidrBlockAssociationSet?.filter(
      (item) => item !== association,
    );
    return {
      SubnetId: subnet.SubnetId,
      Ipv6CidrBlockAssociation: { ...association, Ipv6CidrBlockState: { State: "disassociated" } },
    };
  }
  throw new AwsError(
    "InvalidSubnetCidrBlockAssociationID.NotFound",
    `The subnet CIDR block with association ID '${id}' does not exist`,
  );
};
