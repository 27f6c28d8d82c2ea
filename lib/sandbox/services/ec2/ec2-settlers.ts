import type { Settlers } from "../../world/settle-world";
import { instanceSettlers } from "./instances/instance-settlers";
import { networkInterfaceSettlers } from "./interfaces/interface-settlers";
import { securityGroupAssociationSettlers } from "./security-groups/associations/association-settlers";

/** What happens to EC2's resources by itself. */
export const ec2Settlers: Settlers = {
  ...instanceSettlers,
  ...networkInterfaceSettlers,
  ...securityGroupAssociationSettlers,
};
