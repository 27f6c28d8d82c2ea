import {
  AllocateAddressCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  EC2Client,
  type CreateSubnetCommandInput,
  type CreateVpcCommandInput,
} from "@aws-sdk/client-ec2";
import type { TestSandbox } from "@/lib/testing/with-sandbox";

/** What a test of EC2's networks asks with. */
export interface NetworkCalls {
  ec2: EC2Client;
  /** Lets so many of AWS's seconds pass. */
  pass: (seconds: number) => Promise<void>;
  createVpc: (input?: CreateVpcCommandInput) => Promise<string>;
  createSubnet: (vpcId: string, cidr: string, more?: Partial<CreateSubnetCommandInput>) => Promise<string>;
  /** An internet gateway on a VPC. */
  createGateway: (vpcId: string) => Promise<string>;
  allocate: () => Promise<string>;
}

/**
 * The calls of a region of its own, so that quotas count from nothing. `speed` is the sandbox's: a test that looks at a
 * state on its way starts a slow one, so that the state lasts until it is looked at.
 */
export function networkCalls(sandbox: TestSandbox, region: string, speed = 1000): NetworkCalls {
  const ec2 = new EC2Client({ ...sandbox.clientConfig(), region });
  const pass = async (seconds: number) => {
    await sandbox.control("POST", "advance", { seconds: seconds / speed + 0.01 });
  };
  return {
    ec2,
    pass,
    createVpc: async (input: CreateVpcCommandInput = { CidrBlock: "10.0.0.0/16" }) => {
      const { Vpc } = await ec2.send(new CreateVpcCommand(input));
      await pass(5);
      return Vpc?.VpcId ?? "";
    },
    createSubnet: async (vpcId, cidr, more = {}) => {
      const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: vpcId, CidrBlock: cidr, ...more }));
      return Subnet?.SubnetId ?? "";
    },
    createGateway: async (vpcId) => {
      const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
      const id = InternetGateway?.InternetGatewayId ?? "";
      await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId: id, VpcId: vpcId }));
      return id;
    },
    allocate: async () => (await ec2.send(new AllocateAddressCommand({}))).AllocationId ?? "",
  };
}
