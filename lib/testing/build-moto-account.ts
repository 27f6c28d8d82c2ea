import {
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";

export interface MotoAccount {
  vpcId: string;
  /** Two, each in a zone of its own. */
  subnetIds: string[];
  groupId: string;
  /** A role that Lambda may assume. */
  roleArn: string;
}

export interface MotoClientConfig {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** What a function in a VPC needs, made through the API: moto begins with nothing of the kind. */
export async function buildMotoAccount(config: MotoClientConfig): Promise<MotoAccount> {
  const ec2 = new EC2Client(config);
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" }));
  const VpcId = Vpc?.VpcId;
  const subnetIds: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const AvailabilityZone = `${config.region}${zone}`;
    const made = await ec2.send(
      new CreateSubnetCommand({ VpcId, CidrBlock: `10.9.${String(index)}.0/24`, AvailabilityZone }),
    );
    subnetIds.push(made.Subnet?.SubnetId ?? "");
  }
  const group = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId, GroupName: "functions", Description: "Functions" }),
  );
  const roleArn = await createServiceRole(config, "functions", "lambda");
  return { vpcId: VpcId ?? "", subnetIds, groupId: group.GroupId ?? "", roleArn };
}

/** A role that a service of AWS may assume; gives its ARN. */
export async function createServiceRole(
  config: MotoClientConfig,
  RoleName: string,
  service: "ec2" | "lambda",
): Promise<string> {
  const trust = {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: `${service}.amazonaws.com` },
  };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  const { Role } = await new IAMClient(config).send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }),
  );
  return Role?.Arn ?? "";
}
