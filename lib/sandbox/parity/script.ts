import type { Step } from "./step";
import { accountSteps } from "./steps/account";
import { addressAssociationSteps } from "./steps/ec2/address-associations";
import { addressAndNatSteps } from "./steps/ec2/addresses-and-nat";
import { dataStoreSteps } from "./steps/data-stores";
import { endpointSteps } from "./steps/ec2/endpoints";
import { functionRefusalSteps, functionSteps } from "./steps/lambda/functions";
import { functionVersionSteps } from "./steps/lambda/versions";
import { gatewaySteps } from "./steps/ec2/gateways";
import { iamRefusalSteps } from "./steps/iam/refusals";
import { instanceSteps } from "./steps/instances";
import { networkAclSteps } from "./steps/ec2/network-acls";
import { networkInterfaceSteps } from "./steps/ec2/network-interfaces";
import { pagingSteps } from "./steps/ec2/paging";
import { peeringSteps } from "./steps/ec2/peering";
import { policySteps } from "./steps/iam/policies";
import { prefixListSteps } from "./steps/ec2/prefix-lists";
import { refusalSteps } from "./steps/ec2/refusals";
import { rolePolicySteps } from "./steps/iam/role-policies";
import { roleSteps } from "./steps/iam/roles";
import { routeTableSteps } from "./steps/ec2/route-tables";
import { routeTargetSteps } from "./steps/ec2/route-targets";
import { securityGroupRuleChangeSteps } from "./steps/ec2/security-group-rule-changes";
import { securityGroupRuleSteps } from "./steps/ec2/security-group-rules";
import { securityGroupSteps } from "./steps/ec2/security-groups";
import { subnetSteps } from "./steps/ec2/subnets";
import { tagSteps } from "./steps/ec2/tags";
import { takeDownSteps } from "./steps/ec2/take-down";
import { transitGatewaySteps } from "./steps/ec2/transit-gateways";
import { vpcSteps } from "./steps/ec2/vpcs";

/** The whole script, in the order in which it is played: later steps use what earlier ones made. */
export const script: readonly Step[] = [
  ...accountSteps,
  ...vpcSteps,
  ...subnetSteps,
  ...gatewaySteps,
  ...routeTableSteps,
  ...securityGroupSteps,
  ...securityGroupRuleSteps,
  ...networkAclSteps,
  ...addressAndNatSteps,
  ...networkInterfaceSteps,
  ...prefixListSteps,
  ...peeringSteps,
  ...transitGatewaySteps,
  ...tagSteps,
  ...takeDownSteps,
  ...refusalSteps,
  ...endpointSteps,
  ...pagingSteps,
  ...securityGroupRuleChangeSteps,
  ...addressAssociationSteps,
  ...routeTargetSteps,
  ...instanceSteps,
  ...roleSteps,
  ...policySteps,
  ...rolePolicySteps,
  ...iamRefusalSteps,
  ...functionSteps,
  ...functionVersionSteps,
  ...functionRefusalSteps,
  ...dataStoreSteps,
];
