import type { Settlers } from "../../../world/settle-world";
import { removeLocalRoutes } from "../routes/local-routes";

/** What happens to a VPC by itself. The event's subject is the VPC's id. */
export const vpcSettlers: Settlers = {
  "vpc-available": ({ regionWorld }, event) => {
    const vpc = regionWorld.vpcs.find((candidate) => candidate.VpcId === event.subject);
    if (vpc === undefined) return;
    vpc.State = "available";
    for (const item of vpc.Ipv6CidrBlockAssociationSet ?? []) {
      if (item.Ipv6CidrBlockState?.State === "associating") item.Ipv6CidrBlockState = { State: "associated" };
    }
    for (const item of vpc.CidrBlockAssociationSet ?? []) {
      if (item.CidrBlockState?.State === "associating") item.CidrBlockState = { State: "associated" };
    }
  },
  "vpc-cidr-disassociated": ({ regionWorld }, event) => {
    const vpc = regionWorld.vpcs.find((candidate) => candidate.VpcId === event.subject);
    if (vpc === undefined) return;
    const id = event.data?.["associationId"];
    const ipv4 = vpc.CidrBlockAssociationSet?.find((item) => item.AssociationId === id);
    const ipv6 = vpc.Ipv6CidrBlockAssociationSet?.find((item) => item.AssociationId === id);
    const cidr = ipv4?.CidrBlock ?? ipv6?.Ipv6CidrBlock;
    if (cidr !== undefined) removeLocalRoutes(regionWorld, vpc.VpcId, cidr);
    vpc.CidrBlockAssociationSet = vpc.CidrBlockAssociationSet?.filter((item) => item !== ipv4);
    vpc.Ipv6CidrBlockAssociationSet = vpc.Ipv6CidrBlockAssociationSet?.filter((item) => item !== ipv6);
  },
};
