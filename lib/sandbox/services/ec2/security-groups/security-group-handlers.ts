import type { HandlerTable } from "../../../handler";
import {
  associateSecurityGroupVpc,
  disassociateSecurityGroupVpc,
} from "./associations/associate-security-group-vpc";
import { describeSecurityGroupVpcAssociations } from "./associations/describe-security-group-vpc-associations";
import { createSecurityGroup } from "./create-security-group";
import { deleteSecurityGroup } from "./delete-security-group";
import { describeSecurityGroupReferences } from "./describe-security-group-references";
import { describeSecurityGroups } from "./describe-security-groups";
import { describeStaleSecurityGroups } from "./describe-stale-security-groups";
import { getSecurityGroupsForVpc } from "./get-security-groups-for-vpc";
import {
  authorizeSecurityGroupEgress,
  authorizeSecurityGroupIngress,
} from "./rules/authorize-security-group-rules";
import { describeSecurityGroupRules } from "./rules/describe-security-group-rules";
import { modifySecurityGroupRules } from "./rules/modify-security-group-rules";
import { revokeSecurityGroupEgress, revokeSecurityGroupIngress } from "./rules/revoke-security-group-rules";
import {
  updateSecurityGroupRuleDescriptionsEgress,
  updateSecurityGroupRuleDescriptionsIngress,
} from "./rules/update-security-group-rule-descriptions";

/** Operations on security groups. */
export const securityGroupHandlers = {
  AssociateSecurityGroupVpc: associateSecurityGroupVpc,
  AuthorizeSecurityGroupEgress: authorizeSecurityGroupEgress,
  AuthorizeSecurityGroupIngress: authorizeSecurityGroupIngress,
  CreateSecurityGroup: createSecurityGroup,
  DeleteSecurityGroup: deleteSecurityGroup,
  DescribeSecurityGroupReferences: describeSecurityGroupReferences,
  DescribeSecurityGroupRules: describeSecurityGroupRules,
  DescribeSecurityGroups: describeSecurityGroups,
  DescribeSecurityGroupVpcAssociations: describeSecurityGroupVpcAssociations,
  DescribeStaleSecurityGroups: describeStaleSecurityGroups,
  DisassociateSecurityGroupVpc: disassociateSecurityGroupVpc,
  GetSecurityGroupsForVpc: getSecurityGroupsForVpc,
  ModifySecurityGroupRules: modifySecurityGroupRules,
  RevokeSecurityGroupEgress: revokeSecurityGroupEgress,
  RevokeSecurityGroupIngress: revokeSecurityGroupIngress,
  UpdateSecurityGroupRuleDescriptionsEgress: updateSecurityGroupRuleDescriptionsEgress,
  UpdateSecurityGroupRuleDescriptionsIngress: updateSecurityGroupRuleDescriptionsIngress,
} satisfies HandlerTable;
