import {
  AssociateDhcpOptionsCommand,
  AssociateVpcCidrBlockCommand,
  CreateDefaultSubnetCommand,
  CreateDefaultVpcCommand,
  CreateDhcpOptionsCommand,
  CreateSecurityGroupCommand,
  CreateVpcCommand,
  DeleteDhcpOptionsCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  DescribeAccountAttributesCommand,
  DescribeDhcpOptionsCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcsCommand,
  DisassociateVpcCidrBlockCommand,
  ModifyVpcAttributeCommand,
  ModifyVpcTenancyCommand,
  type CreateVpcCommandInput,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls } from "./network.test-builder";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

const inVpc = (vpcId: string) => ({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] });

describe("CreateVpc", () => {
  it("makes what AWS makes with a VPC, pending first", async () => {
    const { ec2, pass } = networkCalls(sandbox, "eu-west-1");
    const { Vpc } = await ec2.send(
      new CreateVpcCommand({
        CidrBlock: "10.1.2.3/16",
        TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "Name", Value: "one" }] }],
      }),
    );
    expect(Vpc).toMatchObject({
      CidrBlock: "10.1.0.0/16",
      State: "pending",
      IsDefault: false,
      InstanceTenancy: "default",
      Tags: [{ Key: "Name", Value: "one" }],
    });
    await pass(5);
    const id = Vpc?.VpcId ?? "";
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ VpcIds: [id] }));
    expect(Vpcs?.[0]).toMatchObject({
      State: "available",
      BlockPublicAccessStates: { InternetGatewayBlockMode: "off" },
    });
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand(inVpc(id)));
    expect(RouteTables?.map((table) => [table.Associations?.[0]?.Main, table.Routes])).toEqual([
      [
        true,
        [
          {
            DestinationCidrBlock: "10.1.0.0/16",
            GatewayId: "local",
            Origin: "CreateRouteTable",
            State: "active",
          },
        ],
      ],
    ]);
    const { NetworkAcls } = await ec2.send(new DescribeNetworkAclsCommand(inVpc(id)));
    expect(NetworkAcls?.map((acl) => [acl.IsDefault, acl.Entries?.length])).toEqual([[true, 4]]);
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand(inVpc(id)));
    expect(SecurityGroups?.map((group) => group.GroupName)).toEqual(["default"]);
    const names = await ec2.send(
      new DescribeVpcAttributeCommand({ VpcId: id, Attribute: "enableDnsHostnames" }),
    );
    expect(names.EnableDnsHostnames?.Value).toBe(false);
  });

  it("refuses blocks, tenancies and pools that AWS refuses", async () => {
    const { ec2 } = networkCalls(sandbox, "eu-west-2");
    const create = (input: CreateVpcCommandInput) => ec2.send(new CreateVpcCommand(input));
    await expect(create({ CidrBlock: "10.0.0.0/8" })).rejects.toMatchObject({
      name: "InvalidVpc.Range",
      message: "The CIDR '10.0.0.0/8' is invalid.",
    });
    await expect(create({ CidrBlock: "10.0.0.0/29" })).rejects.toMatchObject({ name: "InvalidVpc.Range" });
    await expect(create({ CidrBlock: "127.0.0.0/16" })).rejects.toMatchObject({ name: "InvalidVpc.Range" });
    await expect(create({ CidrBlock: "10.0.0.0" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
    });
    await expect(create({})).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(create({ CidrBlock: "10.0.0.0/16", InstanceTenancy: "host" })).rejects.toMatchObject({
      name: "UnsupportedTenancy",
    });
    await expect(
      create({ Ipv4IpamPoolId: "ipam-pool-0123456789abcdef0", Ipv4NetmaskLength: 20 }),
    ).rejects.toMatchObject({ name: "InvalidIpamPoolId.NotFound" });
    expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs).toEqual([]);
  });

  it("stops at five VPCs in a region", async () => {
    const { ec2 } = networkCalls(sandbox, "eu-west-3");
    for (let index = 0; index < 5; index += 1) {
      await ec2.send(new CreateVpcCommand({ CidrBlock: `10.${String(index)}.0.0/16` }));
    }
    await expect(ec2.send(new CreateVpcCommand({ CidrBlock: "10.9.0.0/16" }))).rejects.toMatchObject({
      name: "VpcLimitExceeded",
      message: "The maximum number of VPCs has been reached.",
    });
  });

  it("gives an IPv6 block of Amazon's, with its route and rules", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "us-east-1");
    const id = await createVpc({ CidrBlock: "10.0.0.0/16", AmazonProvidedIpv6CidrBlock: true });
    const { Vpcs } = await ec2.send(
      new DescribeVpcsCommand({
        Filters: [{ Name: "ipv6-cidr-block-association.state", Values: ["associated"] }],
      }),
    );
    const block = Vpcs?.[0]?.Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock ?? "";
    expect(block).toMatch(/^2a05:d018:[0-9a-f:]+::\/56$/);
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand(inVpc(id)));
    expect(RouteTables?.[0]?.Routes?.map((route) => route.DestinationIpv6CidrBlock)).toContain(block);
    const { NetworkAcls } = await ec2.send(new DescribeNetworkAclsCommand(inVpc(id)));
    expect(NetworkAcls?.[0]?.Entries?.map((entry) => entry.RuleNumber).sort()).toEqual([
      100, 100, 101, 101, 32767, 32767, 32768, 32768,
    ]);
  });
});

describe("a VPC's attributes", () => {
  it("change one by one, and host names need support", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "us-east-2");
    const VpcId = await createVpc();
    const modify = (change: object) => ec2.send(new ModifyVpcAttributeCommand({ VpcId, ...change }));
    await modify({ EnableDnsHostnames: { Value: true } });
    await modify({ EnableNetworkAddressUsageMetrics: { Value: true } });
    for (const Attribute of ["enableDnsHostnames", "enableNetworkAddressUsageMetrics"] as const) {
      const answer = await ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute }));
      expect(Object.values(answer)).toContainEqual({ Value: true });
    }
    await modify({ EnableDnsHostnames: { Value: false } });
    await modify({ EnableDnsSupport: { Value: false } });
    await expect(modify({ EnableDnsHostnames: { Value: true } })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    await expect(modify({})).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    await expect(
      modify({ EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } }),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    await expect(
      ec2.send(
        new ModifyVpcAttributeCommand({
          VpcId: "vpc-0123456789abcdef0",
          EnableDnsSupport: { Value: true },
        }),
      ),
    ).rejects.toMatchObject({ name: "InvalidVpcID.NotFound" });
  });

  it("include a tenancy that can only be loosened", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "us-east-2");
    const VpcId = await createVpc({ CidrBlock: "10.5.0.0/16", InstanceTenancy: "dedicated" });
    await expect(
      ec2.send(new ModifyVpcTenancyCommand({ VpcId, InstanceTenancy: "default" })),
    ).resolves.toMatchObject({ ReturnValue: true });
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ VpcIds: [VpcId] }));
    expect(Vpcs?.[0]?.InstanceTenancy).toBe("default");
  });
});

describe("a VPC's further blocks", () => {
  it("come with local routes, and go unless a subnet lies in them", async () => {
    const { ec2, pass, createVpc, createSubnet } = networkCalls(sandbox, "us-west-1");
    const VpcId = await createVpc();
    const added = await ec2.send(new AssociateVpcCidrBlockCommand({ VpcId, CidrBlock: "10.1.0.0/16" }));
    expect(added.CidrBlockAssociation?.CidrBlockState?.State).toBe("associating");
    await ec2.send(new AssociateVpcCidrBlockCommand({ VpcId, AmazonProvidedIpv6CidrBlock: true }));
    await pass(5);
    const destinations = async () => {
      const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand(inVpc(VpcId)));
      return RouteTables?.[0]?.Routes?.map(
        (route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? "",
      ).sort();
    };
    expect(await destinations()).toEqual([
      "10.0.0.0/16",
      "10.1.0.0/16",
      expect.stringMatching(/^2a05:.*\/56$/),
    ]);
    const SubnetId = await createSubnet(VpcId, "10.1.1.0/24");
    const AssociationId = added.CidrBlockAssociation?.AssociationId;
    const remove = () => ec2.send(new DisassociateVpcCidrBlockCommand({ AssociationId }));
    await expect(remove()).rejects.toMatchObject({ name: "DependencyViolation" });
    await ec2.send(new DeleteSubnetCommand({ SubnetId }));
    expect((await remove()).CidrBlockAssociation?.CidrBlockState?.State).toBe("disassociating");
    await pass(5);
    expect(await destinations()).toHaveLength(2);
  });

  it("are refused where they overlap, are restricted, unknown or the first", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "us-west-2");
    const VpcId = await createVpc();
    const add = (CidrBlock: string) => ec2.send(new AssociateVpcCidrBlockCommand({ VpcId, CidrBlock }));
    await expect(add("10.0.8.0/24")).rejects.toMatchObject({ name: "InvalidVpc.Range" });
    await expect(add("192.168.0.0/20")).rejects.toMatchObject({
      name: "InvalidVpc.Range",
      message: expect.stringContaining("The CIDR '192.168.0.0/20' is restricted.") as string,
    });
    for (const block of ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "100.64.0.0/16"]) await add(block);
    await expect(add("10.4.0.0/16")).rejects.toMatchObject({
      name: "CidrLimitExceeded",
      message: `This network '${VpcId}' has met its maximum number of allowed CIDRs: 5`,
    });
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ VpcIds: [VpcId] }));
    const first = Vpcs?.[0]?.CidrBlockAssociationSet?.[0]?.AssociationId;
    await expect(
      ec2.send(new DisassociateVpcCidrBlockCommand({ AssociationId: first })),
    ).rejects.toMatchObject({ name: "OperationNotPermitted" });
    await expect(
      ec2.send(new DisassociateVpcCidrBlockCommand({ AssociationId: "vpc-cidr-assoc-0123456789abcdef0" })),
    ).rejects.toMatchObject({ name: "InvalidVpcCidrBlockAssociationID.NotFound" });
  });
});

describe("DeleteVpc", () => {
  it("waits for what lies in the VPC, and takes what came with it along", async () => {
    const { ec2, createVpc, createSubnet } = networkCalls(sandbox, "ca-central-1");
    const VpcId = await createVpc();
    const SubnetId = await createSubnet(VpcId, "10.0.0.0/24");
    const remove = () => ec2.send(new DeleteVpcCommand({ VpcId }));
    await expect(remove()).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `The vpc '${VpcId}' has dependencies and cannot be deleted.`,
    });
    await ec2.send(new DeleteSubnetCommand({ SubnetId }));
    await remove();
    expect((await ec2.send(new DescribeRouteTablesCommand({}))).RouteTables).toEqual([]);
    expect((await ec2.send(new DescribeNetworkAclsCommand({}))).NetworkAcls).toEqual([]);
    expect((await ec2.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups).toEqual([]);
    await expect(remove()).rejects.toMatchObject({
      name: "InvalidVpcID.NotFound",
      message: `The vpc ID '${VpcId}' does not exist`,
    });
  });
});

describe("the default VPC", () => {
  it("is made once, with subnets, a gateway and a group for whoever names none", async () => {
    const { ec2 } = networkCalls(sandbox, "sa-east-1");
    const group = { GroupName: "web", Description: "web" };
    await expect(ec2.send(new CreateSecurityGroupCommand(group))).rejects.toMatchObject({
      name: "VPCIdNotSpecified",
    });
    await expect(
      ec2.send(new CreateDefaultSubnetCommand({ AvailabilityZone: "sa-east-1a" })),
    ).rejects.toMatchObject({ name: "DefaultVpcDoesNotExist" });
    const { Vpc } = await ec2.send(new CreateDefaultVpcCommand({}));
    expect(Vpc).toMatchObject({ IsDefault: true, CidrBlock: "172.31.0.0/16" });
    await ec2.send(new CreateSecurityGroupCommand(group));
    const { AccountAttributes } = await ec2.send(
      new DescribeAccountAttributesCommand({ AttributeNames: ["default-vpc"] }),
    );
    expect(AccountAttributes?.[0]?.AttributeValues).toEqual([{ AttributeValue: Vpc?.VpcId }]);
    await expect(ec2.send(new CreateDefaultVpcCommand({}))).rejects.toMatchObject({
      name: "DefaultVpcAlreadyExists",
    });
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
    expect(Subnets?.map((subnet) => [subnet.CidrBlock, subnet.DefaultForAz])).toEqual([
      ["172.31.0.0/20", true],
      ["172.31.16.0/20", true],
      ["172.31.32.0/20", true],
    ]);
    const again = new CreateDefaultSubnetCommand({ AvailabilityZone: "sa-east-1b" });
    await expect(ec2.send(again)).rejects.toMatchObject({
      name: "DefaultSubnetAlreadyExistsInAvailabilityZone",
    });
    await ec2.send(new DeleteSubnetCommand({ SubnetId: Subnets?.[1]?.SubnetId }));
    expect((await ec2.send(again)).Subnet).toMatchObject({
      CidrBlock: "172.31.16.0/20",
      DefaultForAz: true,
    });
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({}));
    expect(RouteTables?.[0]?.Routes?.[1]).toMatchObject({
      DestinationCidrBlock: "0.0.0.0/0",
      State: "active",
    });
  });
});

describe("DHCP options", () => {
  it("are made, given to a VPC, and deleted when none uses them", async () => {
    const { ec2, createVpc } = networkCalls(sandbox, "ap-south-1");
    const VpcId = await createVpc();
    const create = (Key: string, ...Values: string[]) =>
      ec2.send(new CreateDhcpOptionsCommand({ DhcpConfigurations: [{ Key, Values }] }));
    const { DhcpOptions } = await create("domain-name-servers", "10.0.0.10", "AmazonProvidedDNS");
    const DhcpOptionsId = DhcpOptions?.DhcpOptionsId;
    await ec2.send(new AssociateDhcpOptionsCommand({ VpcId, DhcpOptionsId }));
    const remove = () => ec2.send(new DeleteDhcpOptionsCommand({ DhcpOptionsId }));
    await expect(remove()).rejects.toMatchObject({ name: "DependencyViolation" });
    await ec2.send(new AssociateDhcpOptionsCommand({ VpcId, DhcpOptionsId: "default" }));
    expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs?.[0]?.DhcpOptionsId).toBe("default");
    await remove();
    await expect(remove()).rejects.toMatchObject({ name: "InvalidDhcpOptionID.NotFound" });
    expect((await ec2.send(new DescribeDhcpOptionsCommand({}))).DhcpOptions).toHaveLength(1);
    await expect(create("colour", "red")).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(create("ntp-servers", "not-an-address")).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(
      ec2.send(new AssociateDhcpOptionsCommand({ VpcId, DhcpOptionsId: "dopt-0123456789abcdef0" })),
    ).rejects.toMatchObject({ name: "InvalidDhcpOptionID.NotFound" });
  });
});
