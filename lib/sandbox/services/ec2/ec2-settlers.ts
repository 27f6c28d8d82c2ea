import type { Settlers } from "../../world/settle-world";
import { securityGroupAssociationSettlers } from "./security-groups/associations/association-settlers";

/** What happens to EC2's resources by itself. */
export const ec2Settlers: Settlers = {
  ...securityGroupAssociationSettlers,
};
