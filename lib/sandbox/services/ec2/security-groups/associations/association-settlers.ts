import type { Settlers } from "../../../../world/settle-world";

/** What happens to an association of a group with a VPC by itself. The event's subject is the group's id. */
export const securityGroupAssociationSettlers: Settlers = {
  "security-group-associated": ({ regionWorld }, event) => {
    for (const association of regionWorld.securityGroupVpcAssociations) {
      const isMeant = association.GroupId === event.subject && association.VpcId === event.data?.["vpcId"];
      if (isMeant && association.State === "associating") association.State = "associated";
    }
  },
  "security-group-disassociated": ({ regionWorld }, event) => {
    regionWorld.securityGroupVpcAssociations = regionWorld.securityGroupVpcAssociations.filter(
      (association) =>
        association.GroupId !== event.subject ||
        association.VpcId !== event.data?.["vpcId"] ||
        association.State !== "disassociating",
    );
  },
};
