import type { HandlerTable } from "../../../handler";
import {
  authorizeSecurityGroupEgress,
  authorizeSecurityGroupIngress,
  revokeSecurityGroupEgress,
  revokeSecurityGroupIngress,
} from "./change-security-group-rules";
import { createSecurityGroup } from "./create-security-group";
import { deleteSecurityGroup } from "./delete-security-group";
import { describeNetworkAcls } from "./describe-network-acls";
import { describeSecurityGroupRules } from "./describe-security-group-rules";
import { describeSecurityGroups } from "./describe-security-groups";
import { getSecurityGroupsForVpc } from "./get-security-groups-for-vpc";

/** Operations on security groups and network ACLs. */
export const securityHandlers = {
  AuthorizeSecurityGroupEgress: authorizeSecurityGroupEgress,
  AuthorizeSecurityGroupIngress: authorizeSecurityGroupIngress,
  CreateSecurityGroup: createSecurityGroup,
  DeleteSecurityGroup: deleteSecurityGroup,
  DescribeNetworkAcls: describeNetworkAcls,
  DescribeSecurityGroupRules: describeSecurityGroupRules,
  DescribeSecurityGroups: describeSecurityGroups,
  GetSecurityGroupsForVpc: getSecurityGroupsForVpc,
  RevokeSecurityGroupEgress: revokeSecurityGroupEgress,
  RevokeSecurityGroupIngress: revokeSecurityGroupIngress,
} satisfies HandlerTable;
