import { ec2, type Step } from "../../step";

const ofMain = { Name: "vpc-id", Values: ["{vpc}"] };

/** What AWS refuses while something depends on it, and everything gone in the end. */
export const takeDownSteps: readonly Step[] = [
  ec2("DeleteVpc", { VpcId: "{vpc}" }),
  ec2("DeleteRoute", { RouteTableId: "{publicTable}", DestinationCidrBlock: "0.0.0.0/0" }),
  ec2("DisassociateRouteTable", { AssociationId: "{publicAssociation}" }),
  ec2("DeleteRouteTable", { RouteTableId: "{publicTable}" }),
  ec2("DisassociateRouteTable", { AssociationId: "{privateAssociation}" }),
  ec2("DisassociateRouteTable", { AssociationId: "{privateBAssociation}" }),
  ec2("DeleteRouteTable", { RouteTableId: "{privateTable}" }),
  ec2("DetachInternetGateway", { InternetGatewayId: "{igw}", VpcId: "{vpc}" }),
  ec2("DeleteInternetGateway", { InternetGatewayId: "{igw}" }),
  ec2("RevokeSecurityGroupEgress", {
    GroupId: "{functionGroup}",
    IpPermissions: [
      { IpProtocol: "tcp", FromPort: 5432, ToPort: 5432, UserIdGroupPairs: [{ GroupId: "{databaseGroup}" }] },
    ],
  }),
  ec2("DeleteSecurityGroup", { GroupId: "{functionGroup}" }),
  ec2("DeleteSecurityGroup", { GroupId: "{databaseGroup}" }),
  ec2("DeleteSecurityGroup", { GroupId: "{elsewhereGroup}" }),
  ec2("DeleteSubnet", { SubnetId: "{publicA}" }),
  ec2("DeleteSubnet", { SubnetId: "{privateA}" }),
  ec2("DescribeSubnets", { Filters: [ofMain] }),
  ec2("DescribeRouteTables", { Filters: [ofMain] }),
  ec2("DescribeSecurityGroups", { Filters: [ofMain] }),
  ec2("DescribeNetworkAcls", { Filters: [ofMain] }),
  ec2("DescribeNetworkInterfaces", { Filters: [ofMain] }),
  ec2("DeleteSubnet", { SubnetId: "{elsewhere}" }),
  ec2("DeleteVpc", { VpcId: "{other}" }),
  ec2("DescribeVpcs", { VpcIds: ["{other}"] }),
  ec2("DescribeSecurityGroups", { Filters: [{ Name: "vpc-id", Values: ["{other}"] }] }),
  ec2("DescribeRouteTables", { Filters: [{ Name: "vpc-id", Values: ["{other}"] }] }),
];
