import {
  AttachVpnGatewayCommand,
  CreateRouteCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  CreateVpnGatewayCommand,
  DeleteRouteCommand,
  DeleteSubnetCommand,
  DeleteTransitGatewayVpcAttachmentCommand,
  DeleteVpcCommand,
  DescribeRouteTablesCommand,
  DetachVpnGatewayCommand,
  type EC2Client,
  EnableVgwRoutePropagationCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addVpcVpn } from "@/lib/sandbox/scenarios/build/add-vpn";
import { createSandboxClock } from "@/lib/sandbox/clock";
import { createRandomIds } from "@/lib/sandbox/world/ids";
import {
  startTransitSandbox,
  type TransitGatewayRef,
  type TransitSandbox,
} from "../transit-sandbox.test-builder";

let kit: TransitSandbox;
let ec2: EC2Client;
let gateway: TransitGatewayRef;

beforeAll(async () => {
  kit = await startTransitSandbox();
  ec2 = kit.client();
  gateway = await kit.addGateway();
});
afterAll(() => kit.sandbox.close());

/** The one route to a destination: where it leads, who put it there, and its state. */
async function routeTo(tableId: string | undefined, destination: string): Promise<string | undefined> {
  const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [tableId ?? ""] }));
  const routes = (RouteTables?.[0]?.Routes ?? []).filter(
    (route) => route.DestinationCidrBlock === destination,
  );
  expect(routes.length).toBeLessThan(2);
  const [route] = routes;
  return route && [route.TransitGatewayId ?? route.GatewayId, route.Origin, route.State].join(" ");
}

async function attach(network: ReturnType<TransitSandbox["addNetwork"]>): Promise<string> {
  const { TransitGatewayVpcAttachment: made } = await ec2.send(
    new CreateTransitGatewayVpcAttachmentCommand({
      TransitGatewayId: gateway.id,
      VpcId: network.vpc.vpcId,
      SubnetIds: [network.a.subnetId],
    }),
  );
  await kit.settle();
  return made?.TransitGatewayAttachmentId ?? "";
}

async function detach(TransitGatewayAttachmentId: string): Promise<void> {
  await ec2.send(new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId }));
  await kit.settle();
}

describe("a VPC's route to a transit gateway", () => {
  it("needs an attachment, is a blackhole once that is gone, and lives again with a new one", async () => {
    const network = kit.addNetwork("10.1.0.0/16");
    const RouteTableId = network.vpc.mainRouteTable.RouteTableId;
    const create = new CreateRouteCommand({
      RouteTableId,
      DestinationCidrBlock: "10.0.0.0/8",
      TransitGatewayId: gateway.id,
    });
    await expect(ec2.send(create)).rejects.toMatchObject({
      name: "InvalidTransitGatewayID.NotFound",
      message: `The transitGateway ID '${gateway.id}' does not exist.`,
    });
    const first = await attach(network);
    await ec2.send(create);
    expect(await routeTo(RouteTableId, "10.0.0.0/8")).toBe(`${gateway.id} CreateRoute active`);
    await detach(first);
    expect(await routeTo(RouteTableId, "10.0.0.0/8")).toBe(`${gateway.id} CreateRoute blackhole`);
    await attach(network);
    expect(await routeTo(RouteTableId, "10.0.0.0/8")).toBe(`${gateway.id} CreateRoute active`);
  });
});

describe("a VPC's route to a virtual private gateway", () => {
  it("needs the gateway to be attached, and is a blackhole once it is not", async () => {
    const { vpc } = kit.addNetwork("10.2.0.0/16");
    const RouteTableId = vpc.mainRouteTable.RouteTableId;
    const { VpnGateway } = await ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1" }));
    const VpnGatewayId = VpnGateway?.VpnGatewayId ?? "";
    const create = new CreateRouteCommand({
      RouteTableId,
      DestinationCidrBlock: "192.168.0.0/16",
      GatewayId: VpnGatewayId,
    });
    await expect(ec2.send(create)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId, VpcId: vpc.vpcId }));
    await kit.settle();
    await ec2.send(create);
    expect(await routeTo(RouteTableId, "192.168.0.0/16")).toBe(`${VpnGatewayId} CreateRoute active`);
    await ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId, VpcId: vpc.vpcId }));
    await kit.settle();
    expect(await routeTo(RouteTableId, "192.168.0.0/16")).toBe(`${VpnGatewayId} CreateRoute blackhole`);
  });

  it("hides a propagated one of the same destination for as long as it stands", async () => {
    const network = kit.addNetwork("10.3.0.0/16");
    const RouteTableId = network.vpc.mainRouteTable.RouteTableId;
    const { world } = kit.sandbox;
    const builder = {
      world,
      regionWorld: kit.sandbox.regionWorld(),
      clock: createSandboxClock({ speed: 1 }),
      ids: createRandomIds(),
    };
    const vgwId = addVpcVpn(builder, network.vpc, {
      name: "branch",
      address: "198.51.100.9",
      asn: "65020",
      tunnels: ["UP", "UP"],
      cidrs: ["172.20.0.0/16"],
      routing: "static",
      propagateTo: [],
    });
    await ec2.send(new EnableVgwRoutePropagationCommand({ GatewayId: vgwId, RouteTableId }));
    const propagated = `${vgwId} EnableVgwRoutePropagation active`;
    expect(await routeTo(RouteTableId, "172.20.0.0/16")).toBe(propagated);
    await attach(network);
    const destination = { RouteTableId, DestinationCidrBlock: "172.20.0.0/16" };
    await ec2.send(new CreateRouteCommand({ ...destination, TransitGatewayId: gateway.id }));
    expect(await routeTo(RouteTableId, "172.20.0.0/16")).toBe(`${gateway.id} CreateRoute active`);
    await ec2.send(new DeleteRouteCommand(destination));
    expect(await routeTo(RouteTableId, "172.20.0.0/16")).toBe(propagated);
  });
});

describe("an attachment", () => {
  it("holds its subnets and its VPC until it is deleted", async () => {
    const network = kit.addNetwork("10.4.0.0/16");
    const id = await attach(network);
    const removeSubnet = new DeleteSubnetCommand({ SubnetId: network.a.subnetId });
    await expect(ec2.send(removeSubnet)).rejects.toMatchObject({ name: "DependencyViolation" });
    await expect(ec2.send(new DeleteVpcCommand({ VpcId: network.vpc.vpcId }))).rejects.toMatchObject({
      name: "DependencyViolation",
    });
    await detach(id);
    await ec2.send(removeSubnet);
    for (const subnet of [network.b, network.secondA]) {
      await ec2.send(new DeleteSubnetCommand({ SubnetId: subnet.subnetId }));
    }
    await ec2.send(new DeleteVpcCommand({ VpcId: network.vpc.vpcId }));
  });
});
