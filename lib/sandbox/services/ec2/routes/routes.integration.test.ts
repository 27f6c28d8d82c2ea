import {
  AttachInternetGatewayCommand,
  AssociateRouteTableCommand,
  CreateEgressOnlyInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateNetworkInterfaceCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  DeleteEgressOnlyInternetGatewayCommand,
  DeleteNatGatewayCommand,
  DeleteRouteCommand,
  DeleteRouteTableCommand,
  DescribeRouteTablesCommand,
  DetachInternetGatewayCommand,
  DisassociateRouteTableCommand,
  ReplaceRouteCommand,
  ReplaceRouteTableAssociationCommand,
  type CreateRouteCommandInput,
  type ReplaceRouteCommandInput,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { networkCalls } from "../vpcs/network.test-builder";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
});
afterAll(() => sandbox.close());

/** A VPC with a route table of its own, and what one asks it. */
async function setUp(region: string) {
  const calls = networkCalls(sandbox, region);
  const { ec2, createVpc } = calls;
  const vpcId = await createVpc();
  const createTable = async (id = vpcId) => {
    const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: id }));
    return RouteTable?.RouteTableId ?? "";
  };
  const tableId = await createTable();
  const routes = async (id = tableId) => {
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [id] }));
    return RouteTables?.[0]?.Routes ?? [];
  };
  const stateOf = async (destination: string) =>
    (await routes()).find(
      (route) => (route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock) === destination,
    )?.State;
  const create = (input: Partial<CreateRouteCommandInput>) =>
    ec2.send(new CreateRouteCommand({ RouteTableId: tableId, ...input }));
  const replace = (input: Partial<ReplaceRouteCommandInput>) =>
    ec2.send(new ReplaceRouteCommand({ RouteTableId: tableId, ...input }));
  const remove = (DestinationCidrBlock: string) =>
    ec2.send(new DeleteRouteCommand({ RouteTableId: tableId, DestinationCidrBlock }));
  return { ...calls, vpcId, tableId, createTable, routes, stateOf, create, replace, remove };
}

const EVERYWHERE = { DestinationCidrBlock: "0.0.0.0/0" };

describe("a route", () => {
  it("is made, refused twice, given another target and removed", async () => {
    const { vpcId, tableId, createGateway, routes, create, remove } = await setUp("eu-west-1");
    const GatewayId = await createGateway(vpcId);
    expect((await create({ ...EVERYWHERE, GatewayId })).Return).toBe(true);
    await create({ DestinationCidrBlock: "100.68.0.18/18", GatewayId });
    expect((await routes()).slice(1)).toEqual([
      { ...EVERYWHERE, GatewayId, Origin: "CreateRoute", State: "active" },
      { DestinationCidrBlock: "100.68.0.0/18", GatewayId, Origin: "CreateRoute", State: "active" },
    ]);
    await expect(create({ ...EVERYWHERE, GatewayId })).rejects.toMatchObject({
      name: "RouteAlreadyExists",
      message: "The route identified by 0.0.0.0/0 already exists.",
    });
    await expect(remove("10.0.0.0/16")).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `cannot remove local route 10.0.0.0/16 in route table ${tableId}`,
    });
    await remove("0.0.0.0/0");
    await expect(remove("0.0.0.0/0")).rejects.toMatchObject({
      name: "InvalidRoute.NotFound",
      message: `no route with destination-cidr-block 0.0.0.0/0 in route table ${tableId}`,
    });
  });

  it("needs one destination and one target that exists in its VPC", async () => {
    const { createVpc, createGateway, tableId, create } = await setUp("eu-west-2");
    await expect(create({ ...EVERYWHERE })).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(create({ GatewayId: "igw-0123456789abcdef0" })).rejects.toMatchObject({
      name: "MissingParameter",
    });
    await expect(
      create({ ...EVERYWHERE, GatewayId: "igw-0123456789abcdef0", NatGatewayId: "nat-0123456789abcdef0" }),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
    const unknown: [Partial<CreateRouteCommandInput>, string][] = [
      [{ GatewayId: "igw-0123456789abcdef0" }, "InvalidGatewayID.NotFound"],
      [{ GatewayId: "vgw-0123456789abcdef0" }, "InvalidGatewayID.NotFound"],
      [{ NatGatewayId: "nat-0123456789abcdef0" }, "InvalidNatGatewayID.NotFound"],
      [{ EgressOnlyInternetGatewayId: "eigw-0123456789abcdef0" }, "InvalidGatewayID.NotFound"],
      [{ NetworkInterfaceId: "eni-0123456789abcdef0" }, "InvalidNetworkInterfaceID.NotFound"],
      [{ InstanceId: "i-0123456789abcdef0" }, "InvalidInstanceID.NotFound"],
      [{ VpcPeeringConnectionId: "pcx-0123456789abcdef0" }, "InvalidVpcPeeringConnectionID.NotFound"],
      [{ TransitGatewayId: "tgw-0123456789abcdef0" }, "InvalidTransitGatewayID.NotFound"],
      [{ VpcEndpointId: "vpce-0123456789abcdef0" }, "InvalidVpcEndpointId.NotFound"],
      [{ CarrierGatewayId: "cagw-0123456789abcdef0" }, "InvalidCarrierGatewayID.NotFound"],
    ];
    for (const [target, name] of unknown) {
      await expect(create({ ...EVERYWHERE, ...target })).rejects.toMatchObject({ name });
    }
    const GatewayId = await createGateway(await createVpc({ CidrBlock: "10.1.0.0/16" }));
    await expect(create({ ...EVERYWHERE, GatewayId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `route table ${tableId} and network gateway ${GatewayId} belong to different networks`,
    });
    await expect(create({ DestinationCidrBlock: "everywhere", GatewayId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message:
        "Value (everywhere) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.",
    });
    await expect(
      create({ DestinationPrefixListId: "pl-0123456789abcdef0", GatewayId }),
    ).rejects.toMatchObject({ name: "InvalidPrefixListID.NotFound" });
    await expect(create({ DestinationCidrBlock: "169.254.168.0/24", GatewayId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(
      create({ RouteTableId: "rtb-0123456789abcdef0", ...EVERYWHERE, GatewayId }),
    ).rejects.toMatchObject({ name: "InvalidRouteTableID.NotFound" });
  });

  it("inside the VPC leads to an appliance, for a whole subnet", async () => {
    const { ec2, vpcId, createSubnet, createGateway, create, replace, routes } = await setUp("eu-west-3");
    const GatewayId = await createGateway(vpcId);
    const SubnetId = await createSubnet(vpcId, "10.0.1.0/24");
    const { NetworkInterface } = await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId }));
    const NetworkInterfaceId = NetworkInterface?.NetworkInterfaceId;
    await expect(create({ DestinationCidrBlock: "10.0.1.0/24", GatewayId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message:
        "The destination CIDR block 10.0.1.0/24 is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.",
    });
    await expect(create({ DestinationCidrBlock: "10.0.1.0/25", NetworkInterfaceId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await create({ DestinationCidrBlock: "10.0.1.0/24", NetworkInterfaceId });
    // Nothing holds the interface: it carries no packets.
    expect((await routes()).at(-1)).toMatchObject({ NetworkInterfaceId, State: "blackhole" });
    await replace({ DestinationCidrBlock: "10.0.0.0/16", NetworkInterfaceId });
    expect((await routes())[0]).toMatchObject({ NetworkInterfaceId, Origin: "CreateRouteTable" });
    await replace({ DestinationCidrBlock: "10.0.0.0/16", LocalTarget: true });
    expect((await routes())[0]).toMatchObject({ GatewayId: "local", State: "active" });
    await expect(replace({ ...EVERYWHERE, NetworkInterfaceId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "There is no route defined for '0.0.0.0/0' in the route table. Use CreateRoute instead.",
    });
  });

  it("becomes a blackhole when its target goes, and works again when that is back", async () => {
    const { ec2, pass, vpcId, createSubnet, createGateway, create, stateOf } = await setUp("us-east-1");
    const InternetGatewayId = await createGateway(vpcId);
    await create({ ...EVERYWHERE, GatewayId: InternetGatewayId });
    const attachment = { InternetGatewayId, VpcId: vpcId };
    await ec2.send(new DetachInternetGatewayCommand(attachment));
    expect(await stateOf("0.0.0.0/0")).toBe("blackhole");
    await ec2.send(new AttachInternetGatewayCommand(attachment));
    expect(await stateOf("0.0.0.0/0")).toBe("active");
    const SubnetId = await createSubnet(vpcId, "10.0.1.0/24");
    const { NatGateway } = await ec2.send(
      new CreateNatGatewayCommand({ SubnetId, ConnectivityType: "private" }),
    );
    await pass(120);
    const NatGatewayId = NatGateway?.NatGatewayId;
    await create({ DestinationCidrBlock: "192.168.0.0/16", NatGatewayId });
    await ec2.send(new DeleteNatGatewayCommand({ NatGatewayId }));
    expect(await stateOf("192.168.0.0/16")).toBe("blackhole");
    await expect(create({ DestinationCidrBlock: "172.16.0.0/12", NatGatewayId })).rejects.toMatchObject({
      name: "InvalidNatGatewayID.NotFound",
      message: `The natGateway ID '${NatGatewayId ?? ""}' does not exist`,
    });
    const { EgressOnlyInternetGateway } = await ec2.send(
      new CreateEgressOnlyInternetGatewayCommand({ VpcId: vpcId }),
    );
    const EgressOnlyInternetGatewayId = EgressOnlyInternetGateway?.EgressOnlyInternetGatewayId;
    await expect(
      create({ DestinationCidrBlock: "192.0.2.0/24", EgressOnlyInternetGatewayId }),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await create({ DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId });
    await ec2.send(new DeleteEgressOnlyInternetGatewayCommand({ EgressOnlyInternetGatewayId }));
    expect(await stateOf("::/0")).toBe("blackhole");
  });

  it("is one of fifty in a table", async () => {
    const { vpcId, createGateway, create } = await setUp("us-east-2");
    const GatewayId = await createGateway(vpcId);
    for (let index = 0; index < 50; index += 1) {
      await create({ DestinationCidrBlock: `192.168.${String(index)}.0/24`, GatewayId });
    }
    await expect(create({ ...EVERYWHERE, GatewayId })).rejects.toMatchObject({ name: "RouteLimitExceeded" });
  });
});

describe("a route table", () => {
  it("is made once for each token", async () => {
    const { ec2, vpcId, createVpc } = await setUp("us-west-1");
    const create = (VpcId: string) =>
      ec2.send(new CreateRouteTableCommand({ VpcId, ClientToken: "table-token" }));
    const first = await create(vpcId);
    expect((await create(vpcId)).RouteTable?.RouteTableId).toBe(first.RouteTable?.RouteTableId);
    await expect(create(await createVpc({ CidrBlock: "10.1.0.0/16" }))).rejects.toMatchObject({
      name: "IdempotentParameterMismatch",
    });
  });

  it("serves subnets until they are taken from it, and only then is deleted", async () => {
    const { ec2, vpcId, tableId, createTable, createSubnet, createVpc } = await setUp("us-west-2");
    const SubnetId = await createSubnet(vpcId, "10.0.1.0/24");
    const associate = (RouteTableId: string) =>
      ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
    const { AssociationId } = await associate(tableId);
    expect((await associate(tableId)).AssociationId).toBe(AssociationId);
    const second = await createTable();
    await expect(associate(second)).rejects.toMatchObject({
      name: "Resource.AlreadyAssociated",
      message: `the specified association for route table ${second} conflicts with an existing association`,
    });
    const foreign = await createTable(await createVpc({ CidrBlock: "10.1.0.0/16" }));
    await expect(associate(foreign)).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `route table ${foreign} and subnet ${SubnetId} belong to different networks`,
    });
    const remove = (id: string) => ec2.send(new DeleteRouteTableCommand({ RouteTableId: id }));
    await expect(remove(tableId)).rejects.toMatchObject({
      name: "DependencyViolation",
      message: `The routeTable '${tableId}' has dependencies and cannot be deleted.`,
    });
    const moved = await ec2.send(
      new ReplaceRouteTableAssociationCommand({ AssociationId, RouteTableId: second }),
    );
    expect(moved.NewAssociationId).not.toBe(AssociationId);
    await remove(tableId);
    const disassociate = (id: string | undefined) =>
      ec2.send(new DisassociateRouteTableCommand({ AssociationId: id }));
    await expect(disassociate(AssociationId)).rejects.toMatchObject({
      name: "InvalidAssociationID.NotFound",
      message: `The association ID '${AssociationId ?? ""}' does not exist`,
    });
    await disassociate(moved.NewAssociationId);
    await remove(second);
    await expect(remove(second)).rejects.toMatchObject({ name: "InvalidRouteTableID.NotFound" });
  });

  it("can be made the main one, from which nothing is disassociated", async () => {
    const { ec2, vpcId, tableId } = await setUp("ca-central-1");
    const main = async () => {
      const { RouteTables } = await ec2.send(
        new DescribeRouteTablesCommand({
          Filters: [
            { Name: "association.main", Values: ["true"] },
            { Name: "vpc-id", Values: [vpcId] },
          ],
        }),
      );
      return RouteTables?.[0];
    };
    const before = await main();
    const AssociationId = before?.Associations?.[0]?.RouteTableAssociationId;
    await expect(ec2.send(new DisassociateRouteTableCommand({ AssociationId }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `cannot disassociate the main route table association ${AssociationId ?? ""}`,
    });
    await ec2.send(new ReplaceRouteTableAssociationCommand({ AssociationId, RouteTableId: tableId }));
    expect((await main())?.RouteTableId).toBe(tableId);
    await ec2.send(new DeleteRouteTableCommand({ RouteTableId: before?.RouteTableId }));
  });

  it("of a gateway leads to interfaces only", async () => {
    const { ec2, vpcId, tableId, createTable, createGateway, createSubnet, create } =
      await setUp("sa-east-1");
    const GatewayId = await createGateway(vpcId);
    const open = await createTable();
    await create({ RouteTableId: open, ...EVERYWHERE, GatewayId });
    const associate = (RouteTableId: string) =>
      ec2.send(new AssociateRouteTableCommand({ RouteTableId, GatewayId }));
    await expect(associate(open)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await associate(tableId);
    await expect(create({ ...EVERYWHERE, GatewayId })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    const SubnetId = await createSubnet(vpcId, "10.0.1.0/24");
    const { NetworkInterface } = await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId }));
    await create({
      DestinationCidrBlock: "10.0.1.0/24",
      NetworkInterfaceId: NetworkInterface?.NetworkInterfaceId,
    });
  });
});
