import {
  AssociateSubnetCidrBlockCommand,
  CreateSubnetCommand,
  DeleteSubnetCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  DisassociateSubnetCidrBlockCommand,
  ModifySubnetAttributeCommand,
  type CreateSubnetCommandInput,
  type ModifySubnetAttributeCommandInput,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls } from "../vpcs/network.test-builder";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

describe("CreateSubnet", () => {
  it("makes a subnet with all but five addresses free", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "eu-west-1");
    const VpcId = await createVpc();
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId,
        CidrBlock: "10.0.1.9/24",
        AvailabilityZone: "eu-west-1b",
        TagSpecifications: [{ ResourceType: "subnet", Tags: [{ Key: "Name", Value: "b" }] }],
      }),
    );
    expect(Subnet).toMatchObject({
      CidrBlock: "10.0.1.0/24",
      AvailableIpAddressCount: 251,
      AvailabilityZone: "eu-west-1b",
      AvailabilityZoneId: "euw1-az2",
      MapPublicIpOnLaunch: false,
      State: "available",
      BlockPublicAccessStates: { InternetGatewayBlockMode: "off" },
      Tags: [{ Key: "Name", Value: "b" }],
    });
    const byId = await ec2.send(
      new CreateSubnetCommand({ VpcId, CidrBlock: "10.0.2.0/24", AvailabilityZoneId: "euw1-az3" }),
    );
    expect(byId.Subnet?.AvailabilityZone).toBe("eu-west-1c");
  });

  it("refuses what lies outside of the VPC, on another subnet, or nowhere", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "eu-west-2");
    const VpcId = await createVpc();
    const create = (input: Partial<CreateSubnetCommandInput>) =>
      ec2.send(new CreateSubnetCommand({ VpcId, ...input }));
    await create({ CidrBlock: "10.0.1.0/24" });
    await expect(create({ CidrBlock: "10.1.0.0/24" })).rejects.toMatchObject({
      name: "InvalidSubnet.Range",
      message: "The CIDR '10.1.0.0/24' is invalid.",
    });
    await expect(create({ CidrBlock: "10.0.2.0/29" })).rejects.toMatchObject({ name: "InvalidSubnet.Range" });
    await expect(create({ CidrBlock: "10.0.1.128/25" })).rejects.toMatchObject({
      name: "InvalidSubnet.Conflict",
      message: "The CIDR '10.0.1.128/25' conflicts with another subnet",
    });
    await expect(create({ CidrBlock: "10.0.2.0/24", AvailabilityZone: "eu-west-2z" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message:
        "Value (eu-west-2z) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: eu-west-2a, eu-west-2b, eu-west-2c.",
    });
    await expect(create({ CidrBlock: "ten" })).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(create({})).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(create({ CidrBlock: "10.0.2.0/24", Ipv6Native: true })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    await expect(create({ VpcId: "vpc-0123456789abcdef0", CidrBlock: "10.0.2.0/24" })).rejects.toMatchObject({
      name: "InvalidVpcID.NotFound",
    });
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
    expect(Subnets).toHaveLength(1);
  });
});

describe("a subnet's IPv6 block", () => {
  it("is one of the VPC's, comes and goes, and alone makes a subnet for IPv6 only", async () => {
    const { ec2, createVpc, createSubnet } = networkCalls(sandbox, "eu-west-3");
    const VpcId = await createVpc({ CidrBlock: "10.0.0.0/16", AmazonProvidedIpv6CidrBlock: true });
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    const whole = Vpcs?.[0]?.Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock ?? "";
    const block = whole.replace("::/56", "::/64");
    const SubnetId = await createSubnet(VpcId, "10.0.1.0/24");
    const assign = () =>
      ec2.send(new ModifySubnetAttributeCommand({ SubnetId, AssignIpv6AddressOnCreation: { Value: true } }));
    await expect(assign()).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const associate = (Ipv6CidrBlock: string) =>
      ec2.send(new AssociateSubnetCidrBlockCommand({ SubnetId, Ipv6CidrBlock }));
    await expect(associate("2a05:d018:ffff:ffff::/64")).rejects.toMatchObject({
      name: "InvalidSubnet.Range",
    });
    await expect(associate(whole.replace("/56", "/62"))).rejects.toMatchObject({
      name: "InvalidSubnet.Range",
    });
    const { Ipv6CidrBlockAssociation } = await associate(block);
    await expect(associate(block)).rejects.toMatchObject({ name: "InvalidSubnet.Conflict" });
    await assign();
    const { Subnets } = await ec2.send(
      new DescribeSubnetsCommand({
        Filters: [{ Name: "ipv6-cidr-block-association.ipv6-cidr-block", Values: [block] }],
      }),
    );
    expect(Subnets?.[0]).toMatchObject({ SubnetId, AssignIpv6AddressOnCreation: true });
    await expect(createSubnet(VpcId, "10.0.2.0/24", { Ipv6CidrBlock: block })).rejects.toMatchObject({
      name: "InvalidSubnet.Conflict",
    });
    const AssociationId = Ipv6CidrBlockAssociation?.AssociationId;
    const disassociate = () => ec2.send(new DisassociateSubnetCidrBlockCommand({ AssociationId }));
    expect((await disassociate()).Ipv6CidrBlockAssociation?.Ipv6CidrBlockState?.State).toBe("disassociated");
    await expect(disassociate()).rejects.toMatchObject({
      name: "InvalidSubnetCidrBlockAssociationID.NotFound",
    });
    const only = await ec2.send(new CreateSubnetCommand({ VpcId, Ipv6CidrBlock: block, Ipv6Native: true }));
    expect(only.Subnet).toMatchObject({ Ipv6Native: true, AssignIpv6AddressOnCreation: true });
    expect(only.Subnet?.CidrBlock).toBeUndefined();
  });
});

describe("ModifySubnetAttribute", () => {
  it("changes one attribute at a time", async () => {
    const { ec2, createVpc, createSubnet } = networkCalls(sandbox, "us-east-1");
    const SubnetId = await createSubnet(await createVpc(), "10.0.1.0/24");
    const modify = (input: Partial<ModifySubnetAttributeCommandInput>) =>
      ec2.send(new ModifySubnetAttributeCommand({ SubnetId, ...input }));
    await modify({ MapPublicIpOnLaunch: { Value: true } });
    await modify({ EnableDns64: { Value: true } });
    await modify({ PrivateDnsHostnameTypeOnLaunch: "resource-name" });
    await modify({ EnableResourceNameDnsARecordOnLaunch: { Value: true } });
    await modify({ EnableResourceNameDnsAAAARecordOnLaunch: { Value: true } });
    const { Subnets } = await ec2.send(
      new DescribeSubnetsCommand({
        Filters: [
          { Name: "private-dns-name-options-on-launch.hostname-type", Values: ["resource-name"] },
          { Name: "enable-dns64", Values: ["true"] },
        ],
      }),
    );
    expect(Subnets?.[0]).toMatchObject({
      MapPublicIpOnLaunch: true,
      PrivateDnsNameOptionsOnLaunch: {
        HostnameType: "resource-name",
        EnableResourceNameDnsARecord: true,
        EnableResourceNameDnsAAAARecord: true,
      },
    });
    await expect(
      modify({ MapPublicIpOnLaunch: { Value: false }, EnableDns64: { Value: false } }),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    await expect(modify({})).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    await expect(modify({ MapCustomerOwnedIpOnLaunch: { Value: true } })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(
      modify({ SubnetId: "subnet-0123456789abcdef0", EnableDns64: { Value: true } }),
    ).rejects.toMatchObject({ name: "InvalidSubnetID.NotFound" });
    await ec2.send(new DeleteSubnetCommand({ SubnetId }));
  });
});
