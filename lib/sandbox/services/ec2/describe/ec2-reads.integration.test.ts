import {
  DescribeAccountAttributesCommand,
  DescribeAddressesCommand,
  DescribeAvailabilityZonesCommand,
  DescribeCustomerGatewaysCommand,
  DescribeDhcpOptionsCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribePrefixListsCommand,
  DescribeRegionsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayPeeringAttachmentsCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  EC2Client,
  GetManagedPrefixListEntriesCommand,
  GetSecurityGroupsForVpcCommand,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { startEc2 } from "@/lib/testing/start-ec2";

const { sandbox, ec2 } = await startEc2();

function demo() {
  return sandbox.regionWorld();
}

async function vpcIdOf(name: string): Promise<string> {
  const { Vpcs } = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: "tag:Name", Values: [name] }] }),
  );
  return Vpcs?.[0]?.VpcId ?? "none";
}

describe("EC2's reads give the world as it is, through the real SDK", () => {
  it("DescribeVpcs", async () => {
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    const BlockPublicAccessStates = { InternetGatewayBlockMode: "off" };
    expect(Vpcs).toEqual(demo().vpcs.map((vpc) => ({ ...vpc, BlockPublicAccessStates })));
  });

  it("DescribeVpcAttribute", async () => {
    const VpcId = await vpcIdOf("prod-vpc");
    const support = await ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute: "enableDnsSupport" }));
    expect(support).toMatchObject({ VpcId, EnableDnsSupport: { Value: true } });
    const names = await ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute: "enableDnsHostnames" }));
    expect(names.EnableDnsHostnames).toEqual({ Value: true });
  });

  it("DescribeSubnets, with free addresses counted from the interfaces", async () => {
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
    const cramped = Subnets?.find((subnet) => subnet.CidrBlock === "10.20.250.0/28");
    expect(cramped?.AvailableIpAddressCount).toBe(1);
    expect(Subnets).toMatchObject(demo().subnets);
  });

  it("DescribeRouteTables", async () => {
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({}));
    expect(RouteTables).toEqual(demo().routeTables);
  });

  it("DescribeSecurityGroups", async () => {
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({}));
    expect(SecurityGroups).toMatchObject(demo().securityGroups);
  });

  it("DescribeSecurityGroupRules, one for each peer", async () => {
    const group = demo().securityGroups.find((candidate) => candidate.GroupName === "orders-db");
    const { SecurityGroupRules } = await ec2.send(
      new DescribeSecurityGroupRulesCommand({
        Filters: [{ Name: "group-id", Values: [group?.GroupId ?? ""] }],
      }),
    );
    const { SecurityGroups } = await ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [group?.GroupId ?? ""] }),
    );
    const [permission, ...others] = SecurityGroups?.[0]?.IpPermissions ?? [];
    expect(others).toEqual([]);
    expect(permission?.UserIdGroupPairs).toHaveLength(2);
    expect(SecurityGroupRules?.map((rule) => rule.ReferencedGroupInfo)).toEqual(
      permission?.UserIdGroupPairs?.map((pair) => ({ ...pair, Description: undefined })),
    );
    expect(SecurityGroupRules?.[0]).toMatchObject({
      IsEgress: false,
      IpProtocol: "tcp",
      FromPort: 5432,
      ToPort: 5432,
    });
  });

  it("GetSecurityGroupsForVpc", async () => {
    const VpcId = await vpcIdOf("data-vpc");
    const { SecurityGroupForVpcs } = await ec2.send(new GetSecurityGroupsForVpcCommand({ VpcId }));
    expect(SecurityGroupForVpcs?.map((group) => group.GroupName).sort()).toEqual([
      "catalog-db",
      "default",
      "etl-functions",
      "orders-db",
      "sessions-redis",
    ]);
  });

  it("DescribeNetworkAcls", async () => {
    const { NetworkAcls } = await ec2.send(new DescribeNetworkAclsCommand({}));
    expect(NetworkAcls).toEqual(demo().networkAcls);
  });

  it("DescribeNetworkInterfaces", async () => {
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
    expect(NetworkInterfaces).toEqual(demo().networkInterfaces);
  });

  it("DescribeInternetGateways, DescribeNatGateways and DescribeEgressOnlyInternetGateways", async () => {
    const internet = await ec2.send(new DescribeInternetGatewaysCommand({}));
    const nat = await ec2.send(new DescribeNatGatewaysCommand({}));
    const egressOnly = await ec2.send(new DescribeEgressOnlyInternetGatewaysCommand({}));
    expect(internet.InternetGateways).toEqual(demo().internetGateways);
    expect(nat.NatGateways).toEqual(demo().natGateways);
    expect(egressOnly.EgressOnlyInternetGateways).toEqual([]);
  });

  it("DescribeVpcEndpoints and DescribeVpcPeeringConnections", async () => {
    const { VpcEndpoints } = await ec2.send(new DescribeVpcEndpointsCommand({}));
    const { VpcPeeringConnections } = await ec2.send(new DescribeVpcPeeringConnectionsCommand({}));
    expect(VpcEndpoints).toEqual(demo().vpcEndpoints);
    expect(VpcPeeringConnections).toEqual(demo().vpcPeeringConnections);
  });

  it("DescribePrefixLists, DescribeManagedPrefixLists and GetManagedPrefixListEntries", async () => {
    const aws = await ec2.send(new DescribePrefixListsCommand({}));
    expect(aws.PrefixLists?.map((list) => list.PrefixListName)).toEqual([
      "com.amazonaws.eu-west-1.s3",
      "com.amazonaws.eu-west-1.dynamodb",
    ]);
    const managed = await ec2.send(new DescribeManagedPrefixListsCommand({}));
    expect(managed.PrefixLists).toEqual(demo().managedPrefixLists);
    const offices = managed.PrefixLists?.find((list) => list.OwnerId !== "AWS");
    const { Entries } = await ec2.send(
      new GetManagedPrefixListEntriesCommand({ PrefixListId: offices?.PrefixListId }),
    );
    expect(Entries?.map((entry) => entry.Cidr)).toEqual(["198.51.100.0/26", "203.0.113.64/27"]);
  });

  it("DescribeInstances, hostile names unharmed", async () => {
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({}));
    const instances = Reservations?.flatMap((reservation) => reservation.Instances ?? []);
    expect(instances).toMatchObject(demo().instances);
    expect(instances?.[1]?.Tags?.[0]?.Value).toBe("<img src=x onerror=alert(1)>");
  });

  it("DescribeAddresses, DescribeAvailabilityZones, DescribeDhcpOptions and DescribeAccountAttributes", async () => {
    const { Addresses } = await ec2.send(new DescribeAddressesCommand({}));
    expect(Addresses).toEqual(demo().addresses);
    const { AvailabilityZones } = await ec2.send(new DescribeAvailabilityZonesCommand({}));
    expect(AvailabilityZones?.map((zone) => `${zone.ZoneName ?? ""} ${zone.ZoneId ?? ""}`)).toEqual([
      "eu-west-1a euw1-az1",
      "eu-west-1b euw1-az2",
      "eu-west-1c euw1-az3",
    ]);
    const { DhcpOptions } = await ec2.send(new DescribeDhcpOptionsCommand({}));
    expect(DhcpOptions).toEqual(demo().dhcpOptions);
    const { AccountAttributes } = await ec2.send(
      new DescribeAccountAttributesCommand({ AttributeNames: ["default-vpc"] }),
    );
    expect(AccountAttributes).toEqual([
      { AttributeName: "default-vpc", AttributeValues: [{ AttributeValue: "none" }] },
    ]);
  });

  it("DescribeRegions, those that need no opting in", async () => {
    const { Regions } = await ec2.send(new DescribeRegionsCommand({}));
    const all = await ec2.send(new DescribeRegionsCommand({ AllRegions: true }));
    expect(Regions?.map((region) => region.RegionName)).toContain("eu-west-1");
    expect(Regions?.map((region) => region.RegionName)).not.toContain("af-south-1");
    expect(all.Regions?.map((region) => region.RegionName)).toContain("af-south-1");
  });

  it("finds no transit gateways, VPN gateways or customer gateways", async () => {
    expect((await ec2.send(new DescribeTransitGatewaysCommand({}))).TransitGateways).toEqual([]);
    expect(
      (await ec2.send(new DescribeTransitGatewayAttachmentsCommand({}))).TransitGatewayAttachments,
    ).toEqual([]);
    expect(
      (await ec2.send(new DescribeTransitGatewayVpcAttachmentsCommand({}))).TransitGatewayVpcAttachments,
    ).toEqual([]);
    expect(
      (await ec2.send(new DescribeTransitGatewayPeeringAttachmentsCommand({})))
        .TransitGatewayPeeringAttachments,
    ).toEqual([]);
    expect(
      (await ec2.send(new DescribeTransitGatewayRouteTablesCommand({}))).TransitGatewayRouteTables,
    ).toEqual([]);
    expect((await ec2.send(new DescribeVpnGatewaysCommand({}))).VpnGateways).toEqual([]);
    expect((await ec2.send(new DescribeVpnConnectionsCommand({}))).VpnConnections).toEqual([]);
    expect((await ec2.send(new DescribeCustomerGatewaysCommand({}))).CustomerGateways).toEqual([]);
    await expect(
      ec2.send(new DescribeTransitGatewaysCommand({ TransitGatewayIds: ["tgw-0123456789abcdef0"] })),
    ).rejects.toMatchObject({ name: "InvalidTransitGatewayID.NotFound" });
  });

  it("keeps other regions empty", async () => {
    const elsewhere = new EC2Client({ ...sandbox.clientConfig(), region: "us-east-1" });
    expect((await elsewhere.send(new DescribeVpcsCommand({}))).Vpcs).toEqual([]);
  });
});
