import {
  AttachVpnGatewayCommand,
  CreateCustomerGatewayCommand,
  type CreateCustomerGatewayCommandInput,
  CreateTagsCommand,
  CreateVpnConnectionCommand,
  type CreateVpnConnectionCommandInput,
  CreateVpnConnectionRouteCommand,
  CreateVpnGatewayCommand,
  DeleteCustomerGatewayCommand,
  DeleteVpnConnectionCommand,
  DeleteVpnConnectionRouteCommand,
  DeleteVpnGatewayCommand,
  DescribeCustomerGatewaysCommand,
  DescribeRouteTablesCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  DetachVpnGatewayCommand,
  DisableVgwRoutePropagationCommand,
  type EC2Client,
  EnableVgwRoutePropagationCommand,
  SearchTransitGatewayRoutesCommand,
  type VpnConnection,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTransitSandbox, type TransitSandbox } from "../ec2-transit/transit-sandbox.test-builder";

let kit: TransitSandbox;
let ec2: EC2Client;
let vgwId: string;
let cgwId: string;

async function addVpnGateway(): Promise<string> {
  const { VpnGateway } = await ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
  return VpnGateway?.VpnGatewayId ?? "";
}

async function addCustomerGateway(input: Partial<CreateCustomerGatewayCommandInput> = {}): Promise<string> {
  const { CustomerGateway } = await ec2.send(
    new CreateCustomerGatewayCommand({
      Type: "ipsec.1",
      IpAddress: "203.0.113.12",
      BgpAsn: 65_010,
      ...input,
    }),
  );
  return CustomerGateway?.CustomerGatewayId ?? "";
}

async function connect(input: Partial<CreateVpnConnectionCommandInput>): Promise<VpnConnection> {
  const { VpnConnection: made } = await ec2.send(
    new CreateVpnConnectionCommand({ Type: "ipsec.1", CustomerGatewayId: cgwId, ...input }),
  );
  if (made === undefined) throw new Error("No connection was made.");
  return made;
}

/** The device at the other end begins to call. */
function bringUp(VpnConnectionId: string | undefined, announcedCidrs?: string[]): Promise<unknown> {
  return kit.sandbox.control("POST", "vpn-device", {
    vpnConnectionId: VpnConnectionId,
    tunnels: ["UP", "DOWN"],
    ...(announcedCidrs === undefined ? {} : { announcedCidrs }),
  });
}

async function propagatedRoutes(tableId: string | undefined): Promise<string[]> {
  const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [tableId ?? ""] }));
  return (RouteTables?.[0]?.Routes ?? [])
    .filter((route) => route.Origin === "EnableVgwRoutePropagation")
    .map((route) => [route.DestinationCidrBlock, route.GatewayId, route.State].join(" "));
}

beforeAll(async () => {
  kit = await startTransitSandbox();
  ec2 = kit.client();
  vgwId = await addVpnGateway();
  cgwId = await addCustomerGateway();
});
afterAll(() => kit.sandbox.close());

describe("customer gateways", () => {
  it("are made once for a device, read with filters, and held by their connections", async () => {
    expect(await addCustomerGateway()).toBe(cgwId);
    const second = await addCustomerGateway({ BgpAsn: 65_011 });
    expect(second).not.toBe(cgwId);
    const { CustomerGateways } = await ec2.send(
      new DescribeCustomerGatewaysCommand({ Filters: [{ Name: "bgp-asn", Values: ["65011"] }] }),
    );
    expect(CustomerGateways).toMatchObject([
      { CustomerGatewayId: second, State: "available", IpAddress: "203.0.113.12", Type: "ipsec.1" },
    ]);
    await ec2.send(new DeleteCustomerGatewayCommand({ CustomerGatewayId: second }));
    await expect(
      ec2.send(new DeleteCustomerGatewayCommand({ CustomerGatewayId: second })),
    ).rejects.toMatchObject({ name: "InvalidCustomerGatewayID.NotFound" });
  });

  it("need an address that is one and a number within its bounds", async () => {
    await expect(addCustomerGateway({ IpAddress: "203.0.113" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(addCustomerGateway({ BgpAsn: 0 })).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const noAddress = new CreateCustomerGatewayCommand({ Type: "ipsec.1" });
    await expect(ec2.send(noAddress)).rejects.toMatchObject({ name: "MissingParameter" });
  });
});

describe("virtual private gateways", () => {
  it("are attached to one VPC, and deleted once they are detached", async () => {
    const { vpc } = kit.addNetwork("10.1.0.0/16");
    const VpcId = vpc.vpcId;
    const id = await addVpnGateway();
    const attached = await ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId: id, VpcId }));
    expect(attached.VpcAttachment).toEqual({ VpcId, State: "attaching" });
    await expect(ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId: vgwId, VpcId }))).rejects.toMatchObject(
      { name: "VpnGatewayAttachmentLimitExceeded" },
    );
    await kit.settle();
    const { VpnGateways } = await ec2.send(
      new DescribeVpnGatewaysCommand({
        Filters: [
          { Name: "attachment.vpc-id", Values: [VpcId] },
          { Name: "attachment.state", Values: ["attached"] },
        ],
      }),
    );
    expect(VpnGateways).toMatchObject([
      { VpnGatewayId: id, State: "available", AmazonSideAsn: 64512, Type: "ipsec.1" },
    ]);
    const remove = new DeleteVpnGatewayCommand({ VpnGatewayId: id });
    await expect(ec2.send(remove)).rejects.toMatchObject({ name: "IncorrectState" });
    await ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId: id, VpcId }));
    await kit.settle();
    await expect(ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId: id, VpcId }))).rejects.toMatchObject({
      name: "InvalidVpnGatewayAttachment.NotFound",
    });
    await ec2.send(remove);
    await expect(ec2.send(remove)).rejects.toMatchObject({
      name: "InvalidVpnGatewayID.NotFound",
      message: `The vpnGateway ID '${id}' does not exist`,
    });
  });
});

describe("a VPN connection to a virtual private gateway", () => {
  it("starts with both tunnels down, and puts its static routes into tables once one is up", async () => {
    const { vpc } = kit.addNetwork("10.2.0.0/16");
    const tableId = vpc.mainRouteTable.RouteTableId;
    const link = { GatewayId: vgwId, RouteTableId: tableId };
    await expect(ec2.send(new EnableVgwRoutePropagationCommand(link))).rejects.toMatchObject({
      name: "Gateway.NotAttached",
    });
    await expect(
      ec2.send(new EnableVgwRoutePropagationCommand({ ...link, GatewayId: "vgw-0123" })),
    ).rejects.toMatchObject({ name: "InvalidGatewayID.NotFound" });
    await ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId: vgwId, VpcId: vpc.vpcId }));
    await kit.settle();
    await ec2.send(new EnableVgwRoutePropagationCommand(link));

    const made = await connect({ VpnGatewayId: vgwId, Options: { StaticRoutesOnly: true } });
    const VpnConnectionId = made.VpnConnectionId;
    expect(made).toMatchObject({ State: "pending", GatewayAssociationState: "associated", Category: "VPN" });
    expect(made.VgwTelemetry?.map((tunnel) => tunnel.Status)).toEqual(["DOWN", "DOWN"]);
    expect(made.CustomerGatewayConfiguration).toContain("203.0.113.12");
    const again = await connect({ VpnGatewayId: vgwId, Options: { StaticRoutesOnly: true } });
    expect(again.VpnConnectionId).toBe(VpnConnectionId);
    const route = { VpnConnectionId, DestinationCidrBlock: "192.168.0.0/16" };
    await expect(ec2.send(new CreateVpnConnectionRouteCommand(route))).rejects.toMatchObject({
      name: "IncorrectState",
    });
    await kit.settle();
    await ec2.send(new CreateVpnConnectionRouteCommand(route));
    await kit.settle();
    expect(await propagatedRoutes(tableId)).toEqual([]);
    await bringUp(VpnConnectionId);
    expect(await propagatedRoutes(tableId)).toEqual([`192.168.0.0/16 ${vgwId} active`]);
    await ec2.send(new DisableVgwRoutePropagationCommand(link));
    expect(await propagatedRoutes(tableId)).toEqual([]);
    await ec2.send(new EnableVgwRoutePropagationCommand(link));
    await ec2.send(new DeleteVpnConnectionRouteCommand(route));
    expect(await propagatedRoutes(tableId)).toEqual([]);
    await expect(ec2.send(new DeleteVpnConnectionRouteCommand(route))).rejects.toMatchObject({
      name: "InvalidRoute.NotFound",
    });
  });

  it("holds its gateways until it is deleted", async () => {
    const { VpnConnections } = await ec2.send(
      new DescribeVpnConnectionsCommand({
        Filters: [
          { Name: "vpn-gateway-id", Values: [vgwId] },
          { Name: "option.static-routes-only", Values: ["true"] },
          { Name: "bgp-asn", Values: ["65010"] },
        ],
      }),
    );
    expect(VpnConnections).toHaveLength(1);
    const id = VpnConnections?.[0]?.VpnConnectionId;
    await expect(
      ec2.send(new DeleteCustomerGatewayCommand({ CustomerGatewayId: cgwId })),
    ).rejects.toMatchObject({ name: "IncorrectState" });
    await ec2.send(new DeleteVpnConnectionCommand({ VpnConnectionId: id }));
    await kit.settle();
    const after = await ec2.send(new DescribeVpnConnectionsCommand({ VpnConnectionIds: [id ?? ""] }));
    expect(after.VpnConnections?.[0]?.State).toBe("deleted");
    await expect(ec2.send(new DeleteVpnConnectionCommand({ VpnConnectionId: id }))).rejects.toMatchObject({
      name: "InvalidVpnConnectionID.NotFound",
      message: `The vpnConnection ID '${id ?? ""}' does not exist`,
    });
  });

  it("is refused without a customer gateway, with two gateways, and with tunnels that AWS would not make", async () => {
    await expect(connect({ CustomerGatewayId: "cgw-0123" })).rejects.toMatchObject({
      name: "InvalidCustomerGatewayID.NotFound",
    });
    await expect(connect({ VpnGatewayId: vgwId, TransitGatewayId: "tgw-1" })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    await expect(
      connect({ VpnGatewayId: vgwId, Options: { TunnelOptions: [{ TunnelInsideCidr: "10.0.0.0/30" }] } }),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(connect({ VpnGatewayId: vgwId, Type: "ipsec.2" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });
});

describe("a VPN connection to a transit gateway", () => {
  it("is an attachment that propagates what the device announces", async () => {
    const gateway = await kit.addGateway();
    const made = await connect({ TransitGatewayId: gateway.id });
    await kit.settle();
    await bringUp(made.VpnConnectionId, ["172.16.0.0/12"]);
    const { TransitGatewayAttachments } = await ec2.send(
      new DescribeTransitGatewayAttachmentsCommand({
        Filters: [{ Name: "resource-type", Values: ["vpn"] }],
      }),
    );
    expect(TransitGatewayAttachments).toMatchObject([
      {
        ResourceId: made.VpnConnectionId,
        State: "available",
        Association: { TransitGatewayRouteTableId: gateway.tableId },
      },
    ]);
    const attachmentId = TransitGatewayAttachments?.[0]?.TransitGatewayAttachmentId ?? "";
    await ec2.send(
      new CreateTagsCommand({ Resources: [attachmentId], Tags: [{ Key: "Name", Value: "head-office" }] }),
    );
    const named = await ec2.send(
      new DescribeTransitGatewayAttachmentsCommand({
        Filters: [{ Name: "tag:Name", Values: ["head-office"] }],
      }),
    );
    expect(named.TransitGatewayAttachments?.map((one) => one.TransitGatewayAttachmentId)).toEqual([
      attachmentId,
    ]);
    const routes = async () => {
      const { Routes } = await ec2.send(
        new SearchTransitGatewayRoutesCommand({
          TransitGatewayRouteTableId: gateway.tableId,
          Filters: [{ Name: "type", Values: ["propagated"] }],
        }),
      );
      return Routes?.map((route) => route.DestinationCidrBlock);
    };
    expect(await routes()).toEqual(["172.16.0.0/12"]);
    const route = { VpnConnectionId: made.VpnConnectionId, DestinationCidrBlock: "10.0.0.0/8" };
    await expect(ec2.send(new CreateVpnConnectionRouteCommand(route))).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    await ec2.send(new DeleteVpnConnectionCommand({ VpnConnectionId: made.VpnConnectionId }));
    await kit.settle();
    expect(await routes()).toEqual([]);
  });
});
