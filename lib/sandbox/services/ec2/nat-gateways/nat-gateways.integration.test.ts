import {
  AssignPrivateNatGatewayAddressCommand,
  AssociateNatGatewayAddressCommand,
  CreateNatGatewayCommand,
  DeleteNatGatewayCommand,
  DeleteSubnetCommand,
  DescribeAddressesCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DetachInternetGatewayCommand,
  DisassociateAddressCommand,
  DisassociateNatGatewayAddressCommand,
  UnassignPrivateNatGatewayAddressCommand,
  type CreateNatGatewayCommandInput,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls } from "../vpcs/network.test-builder";

/** Slow enough that `deleting` and the like are seen on a busy machine. */
const SPEED = 20;

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty", speed: SPEED });
});
afterAll(() => sandbox.close());

/** A VPC with a subnet and, unless it is to fail, an internet gateway. */
async function setUp(region: string, { hasGateway = true } = {}) {
  const calls = networkCalls(sandbox, region, SPEED);
  const { ec2, pass, createVpc, createSubnet, createGateway } = calls;
  const vpcId = await createVpc();
  const subnetId = await createSubnet(vpcId, "10.0.0.0/28");
  const gatewayId = hasGateway ? await createGateway(vpcId) : undefined;
  const describe = async (id: string | undefined) => {
    const { NatGateways } = await ec2.send(new DescribeNatGatewaysCommand({ NatGatewayIds: [id ?? ""] }));
    return NatGateways?.[0];
  };
  const create = async (input: CreateNatGatewayCommandInput) => {
    const { NatGateway } = await ec2.send(new CreateNatGatewayCommand(input));
    expect(NatGateway?.State).toBe("pending");
    await pass(120);
    return describe(NatGateway?.NatGatewayId);
  };
  const remove = async (id: string | undefined) => {
    await ec2.send(new DeleteNatGatewayCommand({ NatGatewayId: id }));
  };
  return { ...calls, vpcId, subnetId, gatewayId, describe, create, remove };
}

describe("a public NAT gateway", () => {
  it("comes up on its address and its interface, and is remembered an hour after its end", async () => {
    const { ec2, pass, allocate, create, describe, remove, ...network } = await setUp("eu-west-1");
    const AllocationId = await allocate();
    const made = await create({ SubnetId: network.subnetId, AllocationId });
    expect(made).toMatchObject({
      State: "available",
      ConnectivityType: "public",
      VpcId: network.vpcId,
      NatGatewayAddresses: [{ AllocationId, IsPrimary: true, PrivateIp: "10.0.0.4", Status: "succeeded" }],
    });
    const { NetworkInterfaces } = await ec2.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [{ Name: "interface-type", Values: ["nat_gateway"] }],
      }),
    );
    expect(NetworkInterfaces?.[0]).toMatchObject({
      Description: `Interface for NAT Gateway ${made?.NatGatewayId ?? ""}`,
      Status: "in-use",
      SourceDestCheck: false,
      RequesterManaged: true,
      RequesterId: sandbox.world.homeAccountId,
      Association: { AllocationId },
    });
    const { Addresses } = await ec2.send(new DescribeAddressesCommand({ AllocationIds: [AllocationId] }));
    expect(Addresses?.[0]?.NetworkInterfaceId).toBe(NetworkInterfaces?.[0]?.NetworkInterfaceId);
    const AssociationId = Addresses?.[0]?.AssociationId;
    await expect(ec2.send(new DisassociateAddressCommand({ AssociationId }))).rejects.toMatchObject({
      name: "AuthFailure",
    });
    await expect(ec2.send(new DeleteSubnetCommand({ SubnetId: network.subnetId }))).rejects.toMatchObject({
      name: "DependencyViolation",
    });
    await expect(
      ec2.send(
        new DetachInternetGatewayCommand({ InternetGatewayId: network.gatewayId, VpcId: network.vpcId }),
      ),
    ).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `Network ${network.vpcId} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
    });
    await remove(made?.NatGatewayId);
    expect((await describe(made?.NatGatewayId))?.State).toBe("deleting");
    await pass(90);
    expect((await describe(made?.NatGatewayId))?.State).toBe("deleted");
    const free = await ec2.send(new DescribeAddressesCommand({ AllocationIds: [AllocationId] }));
    expect(free.Addresses?.[0]?.AssociationId).toBeUndefined();
    await ec2.send(new DeleteSubnetCommand({ SubnetId: network.subnetId }));
    await pass(3700);
    await expect(describe(made?.NatGatewayId)).rejects.toMatchObject({ name: "NatGatewayNotFound" });
  });

  it("fails where the VPC has no internet gateway, the address is taken, or the subnet is full", async () => {
    const closed = await setUp("eu-west-2", { hasGateway: false });
    const lost = await closed.create({ SubnetId: closed.subnetId, AllocationId: await closed.allocate() });
    expect(lost).toMatchObject({
      State: "failed",
      FailureCode: "Gateway.NotAttached",
      FailureMessage: `Network ${closed.vpcId} has no Internet gateway attached`,
    });
    const { allocate, create, subnetId, createSubnet, vpcId } = await setUp("eu-west-3");
    const AllocationId = await allocate();
    await create({ SubnetId: subnetId, AllocationId });
    expect(await create({ SubnetId: subnetId, AllocationId })).toMatchObject({
      State: "failed",
      FailureCode: "Resource.AlreadyAssociated",
      FailureMessage: `Elastic IP address [${AllocationId}] is already associated`,
    });
    const full = await createSubnet(vpcId, "10.0.1.0/28");
    await sandbox.control("POST", "faults", { kind: "no-free-addresses", subnetId: full });
    expect(await create({ SubnetId: full, AllocationId: await allocate() })).toMatchObject({
      State: "failed",
      FailureCode: "InsufficientFreeAddressesInSubnet",
      FailureMessage: "Subnet has insufficient free addresses to create this NAT gateway",
    });
  });

  it("is refused at once without a subnet or an address, and made once for each token", async () => {
    const { ec2, subnetId: SubnetId, allocate, vpcId } = await setUp("us-east-1");
    const create = (input: CreateNatGatewayCommandInput) => ec2.send(new CreateNatGatewayCommand(input));
    await expect(create({ SubnetId })).rejects.toMatchObject({
      name: "MissingParameter",
      message: "The request must contain the parameter AllocationId",
    });
    await expect(create({})).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(
      create({ SubnetId: "subnet-0123456789abcdef0", AllocationId: "eipalloc-0123456789abcdef0" }),
    ).rejects.toMatchObject({ name: "InvalidSubnetID.NotFound" });
    await expect(create({ SubnetId, AllocationId: "eipalloc-0123456789abcdef0" })).rejects.toMatchObject({
      name: "InvalidAllocationID.NotFound",
    });
    const AllocationId = await allocate();
    await expect(create({ SubnetId, AllocationId, PrivateIpAddress: "10.9.0.1" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(create({ SubnetId, AllocationId, VpcId: vpcId })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    const ClientToken = "nat-token";
    const first = await create({ SubnetId, AllocationId, ClientToken });
    const again = await create({ SubnetId, AllocationId, ClientToken });
    expect(again.NatGateway?.NatGatewayId).toBe(first.NatGateway?.NatGatewayId);
    await expect(create({ SubnetId, ConnectivityType: "private", ClientToken })).rejects.toMatchObject({
      name: "IdempotentParameterMismatch",
    });
  });

  it("takes a second address and lets it go after the connections", async () => {
    const { ec2, pass, allocate, create, describe, subnetId } = await setUp("us-east-2");
    const made = await create({ SubnetId: subnetId, AllocationId: await allocate() });
    const NatGatewayId = made?.NatGatewayId;
    const second = await allocate();
    const associate = (id: string) =>
      ec2.send(new AssociateNatGatewayAddressCommand({ NatGatewayId, AllocationIds: [id] }));
    const { NatGatewayAddresses } = await associate(second);
    expect(NatGatewayAddresses?.[0]).toMatchObject({
      AllocationId: second,
      IsPrimary: false,
      Status: "associating",
    });
    await expect(associate(second)).rejects.toMatchObject({ name: "Resource.AlreadyAssociated" });
    await expect(associate(await allocate())).rejects.toMatchObject({ name: "AddressLimitExceeded" });
    await pass(20);
    const addresses = (await describe(NatGatewayId))?.NatGatewayAddresses ?? [];
    expect(addresses.map((item) => [item.PrivateIp, item.Status])).toEqual([
      ["10.0.0.4", "succeeded"],
      ["10.0.0.5", "succeeded"],
    ]);
    const disassociate = (index: number) =>
      ec2.send(
        new DisassociateNatGatewayAddressCommand({
          NatGatewayId,
          AssociationIds: [addresses[index]?.AssociationId ?? ""],
          MaxDrainDurationSeconds: 60,
        }),
      );
    await expect(disassociate(0)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    expect((await disassociate(1)).NatGatewayAddresses?.[0]?.Status).toBe("disassociating");
    await pass(70);
    expect((await describe(NatGatewayId))?.NatGatewayAddresses).toHaveLength(1);
    const { Addresses } = await ec2.send(new DescribeAddressesCommand({ AllocationIds: [second] }));
    expect(Addresses?.[0]?.AssociationId).toBeUndefined();
  });
});

describe("a private NAT gateway", () => {
  it("needs neither address nor internet gateway, and takes further private addresses", async () => {
    const { ec2, pass, create, describe, remove, subnetId } = await setUp("us-west-1", { hasGateway: false });
    const made = await create({ SubnetId: subnetId, ConnectivityType: "private" });
    const NatGatewayId = made?.NatGatewayId;
    expect(made?.NatGatewayAddresses?.[0]).toMatchObject({ PrivateIp: "10.0.0.4", IsPrimary: true });
    expect(made?.NatGatewayAddresses?.[0]?.PublicIp).toBeUndefined();
    const assign = (PrivateIpAddresses: string[]) =>
      ec2.send(new AssignPrivateNatGatewayAddressCommand({ NatGatewayId, PrivateIpAddresses }));
    await assign(["10.0.0.9"]);
    await expect(assign(["10.0.0.9"])).rejects.toMatchObject({ name: "InvalidIPAddress.InUse" });
    await pass(20);
    expect((await describe(NatGatewayId))?.NatGatewayAddresses?.[1]).toMatchObject({
      PrivateIp: "10.0.0.9",
      Status: "succeeded",
    });
    const unassign = (address: string) =>
      ec2.send(new UnassignPrivateNatGatewayAddressCommand({ NatGatewayId, PrivateIpAddresses: [address] }));
    await expect(unassign("10.0.0.4")).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await unassign("10.0.0.9");
    await pass(400);
    expect((await describe(NatGatewayId))?.NatGatewayAddresses).toHaveLength(1);
    await expect(
      ec2.send(
        new AssociateNatGatewayAddressCommand({
          NatGatewayId,
          AllocationIds: ["eipalloc-0123456789abcdef0"],
        }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await remove(NatGatewayId);
  });
});

describe("a regional NAT gateway", () => {
  it("serves a VPC from a route table and addresses of its own", async () => {
    const { ec2, pass, create, remove, vpcId, createSubnet } = await setUp("us-west-2");
    await createSubnet(vpcId, "10.0.1.0/24", { AvailabilityZone: "us-west-2b" });
    const made = await create({ VpcId: vpcId, AvailabilityMode: "regional" });
    expect(made).toMatchObject({
      State: "available",
      AvailabilityMode: "regional",
      AutoProvisionZones: "enabled",
      AutoScalingIps: "enabled",
    });
    expect(made?.SubnetId).toBeUndefined();
    expect(made?.NatGatewayAddresses?.map((item) => item.AvailabilityZone)).toEqual([
      "us-west-2a",
      "us-west-2b",
    ]);
    const { RouteTables } = await ec2.send(
      new DescribeRouteTablesCommand({ RouteTableIds: [made?.RouteTableId ?? ""] }),
    );
    expect(RouteTables?.[0]?.Routes?.[1]).toMatchObject({ DestinationCidrBlock: "0.0.0.0/0" });
    const { Addresses } = await ec2.send(new DescribeAddressesCommand({}));
    expect(Addresses?.map((address) => address.ServiceManaged)).toEqual(["rnat", "rnat"]);
    await remove(made?.NatGatewayId);
    await pass(90);
    expect((await ec2.send(new DescribeAddressesCommand({}))).Addresses).toEqual([]);
    await expect(
      ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [made?.RouteTableId ?? ""] })),
    ).rejects.toMatchObject({ name: "InvalidRouteTableID.NotFound" });
  });

  it("takes addresses zone by zone in manual mode, and nothing that is zonal", async () => {
    const { ec2, allocate, create, vpcId, subnetId } = await setUp("ca-central-1");
    const id = await allocate();
    const made = await create({
      VpcId: vpcId,
      AvailabilityMode: "regional",
      AvailabilityZoneAddresses: [{ AvailabilityZone: "ca-central-1a", AllocationIds: [id] }],
    });
    expect(made).toMatchObject({
      AutoProvisionZones: "disabled",
      NatGatewayAddresses: [{ AllocationId: id, AvailabilityZone: "ca-central-1a", Status: "succeeded" }],
    });
    await expect(
      ec2.send(
        new CreateNatGatewayCommand({ VpcId: vpcId, SubnetId: subnetId, AvailabilityMode: "regional" }),
      ),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
  });
});
