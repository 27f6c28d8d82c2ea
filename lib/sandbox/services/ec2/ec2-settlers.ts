import type { Settlers } from "../../world/settle-world";
import { insightsSettlers } from "../ec2-insights/insights-settlers";
import { transitSettlers } from "../ec2-transit/transit-settlers";
import { vpnSettlers } from "../ec2-vpn/vpn-settlers";
import { endpointSettlers } from "./endpoints/endpoint-settlers";
import { instanceSettlers } from "./instances/instance-settlers";
import { networkInterfaceSettlers } from "./interfaces/interface-settlers";
import { peeringSettlers } from "./peering/peering-settlers";
import { prefixListSettlers } from "./prefix-lists/prefix-list-settlers";
import { blockPublicAccessSettlers } from "./account/block-public-access/block-public-access-settlers";
import { encryptionSettlers } from "./account/encryption-controls/encryption-settlers";
import { natSettlers } from "./nat-gateways/nat-settlers";
import { securityGroupAssociationSettlers } from "./security-groups/associations/association-settlers";
import { vpcSettlers } from "./vpcs/vpc-settlers";

/** What happens to EC2's resources by itself. */
export const ec2Settlers: Settlers = {
  ...endpointSettlers,
  ...instanceSettlers,
  ...networkInterfaceSettlers,
  ...peeringSettlers,
  ...prefixListSettlers,
  ...securityGroupAssociationSettlers,
  ...insightsSettlers,
  ...transitSettlers,
  ...vpnSettlers,
  ...blockPublicAccessSettlers,
  ...encryptionSettlers,
  ...natSettlers,
  ...vpcSettlers,
};
