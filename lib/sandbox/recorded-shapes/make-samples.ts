import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupEgressCommand,
  CreateCustomerGatewayCommand,
  CreateInternetGatewayCommand,
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  CreateNetworkInterfaceCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  CreateVpcCommand,
  CreateVpnConnectionCommand,
  EC2Client,
  RunInstancesCommand,
  type ResourceType,
} from "@aws-sdk/client-ec2";

type Id = string | undefined;

const named = (kind: ResourceType) => [{ ResourceType: kind, Tags: [{ Key: "Name", Value: "sample" }] }];

/** Makes what no scenario has, with the SDK: rules of every kind, tags, a public instance, a transit gateway's defaults. */
export async function makeSamples(
  config: ConstructorParameters<typeof EC2Client>[0] & object,
): Promise<void> {
  const ec2 = new EC2Client(config);
  try {
    const { Vpc: vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.200.0.0/16" }));
    const { Subnet: subnet } = await ec2.send(
      new CreateSubnetCommand({ VpcId: vpc?.VpcId, CidrBlock: "10.200.1.0/24" }),
    );
    await makeRules(ec2, vpc?.VpcId);
    await makePublicInstance(ec2, vpc?.VpcId, subnet?.SubnetId);
    await makeTransit(ec2, vpc?.VpcId, subnet?.SubnetId);
  } finally {
    ec2.destroy();
  }
}

async function makeRules(ec2: EC2Client, VpcId: Id): Promise<void> {
  const { NetworkAcl: acl } = await ec2.send(new CreateNetworkAclCommand({ VpcId }));
  const rule = {
    NetworkAclId: acl?.NetworkAclId,
    Egress: false,
    RuleAction: "allow",
    CidrBlock: "0.0.0.0/0",
  } as const;
  const web = { ...rule, RuleNumber: 100, Protocol: "6", PortRange: { From: 443, To: 443 } };
  await ec2.send(new CreateNetworkAclEntryCommand(web));
  const ping = { ...rule, RuleNumber: 110, Protocol: "1", IcmpTypeCode: { Type: 8, Code: -1 } };
  await ec2.send(new CreateNetworkAclEntryCommand(ping));
  const group = { GroupName: "sample", Description: "sample", VpcId };
  const { GroupId } = await ec2.send(new CreateSecurityGroupCommand(group));
  const toItself = [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, UserIdGroupPairs: [{ GroupId }] }];
  await ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: toItself }));
}

async function makePublicInstance(ec2: EC2Client, VpcId: Id, SubnetId: Id): Promise<void> {
  const { InternetGateway: gateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const InternetGatewayId = gateway?.InternetGatewayId;
  await ec2.send(new AttachInternetGatewayCommand({ VpcId, InternetGatewayId }));
  const tagged = { SubnetId, TagSpecifications: named("network-interface") };
  await ec2.send(new CreateNetworkInterfaceCommand(tagged));
  const image = { ImageId: "ami-0c1c30571d2dae5c9", MinCount: 1, MaxCount: 1 };
  const { Instances: instances } = await ec2.send(new RunInstancesCommand({ ...image, SubnetId }));
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: "vpc" }));
  const InstanceId = instances?.[0]?.InstanceId;
  await untilDone(() => ec2.send(new AssociateAddressCommand({ AllocationId, InstanceId })));
}

async function makeTransit(ec2: EC2Client, VpcId: Id, SubnetId: Id): Promise<void> {
  const { TransitGateway: gateway } = await ec2.send(
    new CreateTransitGatewayCommand({ TagSpecifications: named("transit-gateway") }),
  );
  const TransitGatewayId = gateway?.TransitGatewayId;
  const attachment = { TransitGatewayId, VpcId, SubnetIds: [SubnetId ?? ""] };
  await untilDone(() => ec2.send(new CreateTransitGatewayVpcAttachmentCommand(attachment)));
  const { CustomerGateway: customer } = await ec2.send(
    new CreateCustomerGatewayCommand({ BgpAsn: 65_000, IpAddress: "203.0.113.12", Type: "ipsec.1" }),
  );
  const connection = { Type: "ipsec.1", TransitGatewayId, CustomerGatewayId: customer?.CustomerGatewayId };
  await untilDone(() => ec2.send(new CreateVpnConnectionCommand(connection)));
}

const ATTEMPTS = 40;

/** Asks again for a while: what was just made may be pending. Rejects as the last attempt did. */
async function untilDone(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const isDone = await ask().then(
      () => true,
      () => false,
    );
    if (isDone) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await ask();
}
