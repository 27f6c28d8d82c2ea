import type { HandlerTable } from "../../handler";
import { describeAccountAttributes } from "./account/describe-account-attributes";
import { describeAvailabilityZones } from "./account/describe-availability-zones";
import { describeRegions } from "./account/describe-regions";
import { describeManagedPrefixLists } from "./endpoints/describe-managed-prefix-lists";
import { describePrefixLists } from "./endpoints/describe-prefix-lists";
import { describeVpcEndpoints } from "./endpoints/describe-vpc-endpoints";
import { getManagedPrefixListEntries } from "./endpoints/get-managed-prefix-list-entries";
import { describeEgressOnlyInternetGateways } from "./gateways/describe-egress-only-internet-gateways";
import { describeInternetGateways } from "./gateways/describe-internet-gateways";
import { describeNatGateways } from "./gateways/describe-nat-gateways";
import { describeVpcPeeringConnections } from "./gateways/describe-vpc-peering-connections";
import { describeAddresses } from "./interfaces/describe-addresses";
import { describeInstances } from "./interfaces/describe-instances";
import { deleteNetworkInterface } from "./interfaces/delete-network-interface";
import { describeNetworkInterfaces } from "./interfaces/describe-network-interfaces";
import { describeDhcpOptions } from "./network/describe-dhcp-options";
import { describeRouteTables } from "./network/describe-route-tables";
import { describeSubnets } from "./network/describe-subnets";
import { describeVpcAttribute } from "./network/describe-vpc-attribute";
import { describeVpcs } from "./network/describe-vpcs";
import { deleteSubnet } from "./network/delete-subnet";
import {
  authorizeSecurityGroupEgress,
  authorizeSecurityGroupIngress,
  revokeSecurityGroupEgress,
  revokeSecurityGroupIngress,
} from "./security/change-security-group-rules";
import { createSecurityGroup } from "./security/create-security-group";
import { deleteSecurityGroup } from "./security/delete-security-group";
import { describeNetworkAcls } from "./security/describe-network-acls";
import { describeSecurityGroupRules } from "./security/describe-security-group-rules";
import { describeSecurityGroups } from "./security/describe-security-groups";
import { getSecurityGroupsForVpc } from "./security/get-security-groups-for-vpc";
import { transitHandlers } from "./transit/transit-handlers";

/** The EC2 operations that the sandbox knows. */
export const ec2Handlers = {
  AuthorizeSecurityGroupEgress: authorizeSecurityGroupEgress,
  AuthorizeSecurityGroupIngress: authorizeSecurityGroupIngress,
  CreateSecurityGroup: createSecurityGroup,
  DeleteNetworkInterface: deleteNetworkInterface,
  DeleteSecurityGroup: deleteSecurityGroup,
  DeleteSubnet: deleteSubnet,
  DescribeAccountAttributes: describeAccountAttributes,
  DescribeAddresses: describeAddresses,
  DescribeAvailabilityZones: describeAvailabilityZones,
  DescribeDhcpOptions: describeDhcpOptions,
  DescribeEgressOnlyInternetGateways: describeEgressOnlyInternetGateways,
  DescribeInstances: describeInstances,
  DescribeInternetGateways: describeInternetGateways,
  DescribeManagedPrefixLists: describeManagedPrefixLists,
  DescribeNatGateways: describeNatGateways,
  DescribeNetworkAcls: describeNetworkAcls,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
  DescribePrefixLists: describePrefixLists,
  DescribeRegions: describeRegions,
  DescribeRouteTables: describeRouteTables,
  DescribeSecurityGroupRules: describeSecurityGroupRules,
  DescribeSecurityGroups: describeSecurityGroups,
  DescribeSubnets: describeSubnets,
  DescribeVpcAttribute: describeVpcAttribute,
  DescribeVpcEndpoints: describeVpcEndpoints,
  DescribeVpcPeeringConnections: describeVpcPeeringConnections,
  DescribeVpcs: describeVpcs,
  GetManagedPrefixListEntries: getManagedPrefixListEntries,
  GetSecurityGroupsForVpc: getSecurityGroupsForVpc,
  RevokeSecurityGroupEgress: revokeSecurityGroupEgress,
  RevokeSecurityGroupIngress: revokeSecurityGroupIngress,
  ...transitHandlers,
} satisfies HandlerTable;
