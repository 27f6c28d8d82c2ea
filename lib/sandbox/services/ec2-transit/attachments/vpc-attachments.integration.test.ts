import {
  AcceptTransitGatewayVpcAttachmentCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  type CreateTransitGatewayVpcAttachmentCommandInput,
  DeleteTransitGatewayVpcAttachmentCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  type EC2Client,
  ModifyTransitGatewayVpcAttachmentCommand,
  RejectTransitGatewayVpcAttachmentCommand,
  type TransitGatewayVpcAttachment,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTransitSandbox, type TransitSandbox } from "../transit-sandbox.test-builder";
import { OTHER_ACCOUNT } from "@/lib/testing/add-other-account";

let kit: TransitSandbox;
let ec2: EC2Client;
let other: EC2Client;
let gateway: { id: string; tableId: string };

beforeAll(async () => {
  kit = await startTransitSandbox();
  ec2 = kit.client();
  other = kit.otherClient();
  gateway = await kit.addGateway();
});
afterAll(() => kit.sandbox.close());

async function attach(
  input: Omit<CreateTransitGatewayVpcAttachmentCommandInput, "TransitGatewayId"> & {
    TransitGatewayId?: string;
  },
  client = ec2,
): Promise<TransitGatewayVpcAttachment & { TransitGatewayAttachmentId: string }> {
  const { TransitGatewayVpcAttachment: made } = await client.send(
    new CreateTransitGatewayVpcAttachmentCommand({ TransitGatewayId: gateway.id, ...input }),
  );
  return { ...made, TransitGatewayAttachmentId: made?.TransitGatewayAttachmentId ?? "none" };
}

async function stateOf(id: string, client = ec2): Promise<string | undefined> {
  const { TransitGatewayVpcAttachments: found } = await client.send(
    new DescribeTransitGatewayVpcAttachmentsCommand({ TransitGatewayAttachmentIds: [id] }),
  );
  return found?.[0]?.State;
}

async function interfacesOf(id: string): Promise<(string | undefined)[]> {
  const { NetworkInterfaces } = await ec2.send(
    new DescribeNetworkInterfacesCommand({
      Filters: [
        { Name: "interface-type", Values: ["transit_gateway"] },
        { Name: "description", Values: [`*${id}`] },
      ],
    }),
  );
  return (NetworkInterfaces ?? []).map((eni) => eni.SubnetId).toSorted();
}

describe("a VPC attachment", () => {
  it("has an interface in each subnet, and joins the default table once it is available", async () => {
    const { vpc, a, b } = kit.addNetwork("10.1.0.0/16");
    const made = await attach({
      VpcId: vpc.vpcId,
      SubnetIds: [a.subnetId, b.subnetId],
      Options: { ApplianceModeSupport: "enable" },
      TagSpecifications: [
        { ResourceType: "transit-gateway-attachment", Tags: [{ Key: "Name", Value: "one" }] },
      ],
    });
    expect(made).toMatchObject({
      State: "pending",
      VpcOwnerId: "123456789012",
      SubnetIds: [a.subnetId, b.subnetId],
      Options: {
        ApplianceModeSupport: "enable",
        DnsSupport: "enable",
        Ipv6Support: "disable",
        SecurityGroupReferencingSupport: "enable",
      },
    });
    expect(await interfacesOf(made.TransitGatewayAttachmentId)).toEqual([a.subnetId, b.subnetId].toSorted());
    await kit.settle();
    const { TransitGatewayAttachments: found } = await ec2.send(
      new DescribeTransitGatewayAttachmentsCommand({
        Filters: [
          { Name: "resource-id", Values: [vpc.vpcId] },
          { Name: "association.state", Values: ["associated"] },
          { Name: "tag:Name", Values: ["one"] },
        ],
      }),
    );
    expect(found).toEqual([
      {
        TransitGatewayAttachmentId: made.TransitGatewayAttachmentId,
        TransitGatewayId: gateway.id,
        TransitGatewayOwnerId: "123456789012",
        ResourceOwnerId: "123456789012",
        ResourceType: "vpc",
        ResourceId: vpc.vpcId,
        State: "available",
        CreationTime: made.CreationTime,
        Association: { TransitGatewayRouteTableId: gateway.tableId, State: "associated" },
        Tags: [{ Key: "Name", Value: "one" }],
      },
    ]);
  });

  it("is refused with AWS's words", async () => {
    const { vpc, a, secondA } = kit.addNetwork("10.2.0.0/16");
    const stranger = kit.addNetwork("10.3.0.0/16");
    const VpcId = vpc.vpcId;
    const SubnetIds = [a.subnetId];
    const cases: [Parameters<typeof attach>[0], object][] = [
      [
        { VpcId, SubnetIds, TransitGatewayId: "tgw-0123" },
        {
          name: "InvalidTransitGatewayID.NotFound",
          message: "Transit Gateway tgw-0123 was deleted or does not exist.",
        },
      ],
      [{ VpcId: "vpc-0123", SubnetIds }, { name: "InvalidVpcID.NotFound" }],
      [
        { VpcId, SubnetIds: ["subnet-0123"] },
        {
          name: "InvalidSubnetID.NotFound",
          message: "Subnet subnet-0123 was deleted or does not exist.",
        },
      ],
      [{ VpcId, SubnetIds: [stranger.a.subnetId] }, { name: "InvalidParameterValue" }],
      [
        { VpcId, SubnetIds: [a.subnetId, secondA.subnetId] },
        { name: "DuplicateSubnetsInSameZone", message: "Duplicate Subnets for same AZ" },
      ],
      [{ VpcId, SubnetIds, Options: { Ipv6Support: "enable" } }, { name: "InvalidParameterValue" }],
      [{ VpcId, SubnetIds: [] }, { name: "MissingParameter" }],
    ];
    for (const [input, error] of cases) await expect(attach(input)).rejects.toMatchObject(error);
    await attach({ VpcId, SubnetIds });
    await expect(attach({ VpcId, SubnetIds })).rejects.toMatchObject({
      name: "DuplicateTransitGatewayAttachment",
      message: `${gateway.id} has non-deleted Transit Gateway Attachments with same VPC ID.`,
    });
  });

  it("takes and gives up subnets, one for each zone, and keeps at least one", async () => {
    const { vpc, a, b, secondA } = kit.addNetwork("10.4.0.0/16");
    const made = await attach({ VpcId: vpc.vpcId, SubnetIds: [a.subnetId] });
    const TransitGatewayAttachmentId = made.TransitGatewayAttachmentId;
    const modify = (AddSubnetIds: string[], RemoveSubnetIds: string[]) =>
      ec2.send(
        new ModifyTransitGatewayVpcAttachmentCommand({
          TransitGatewayAttachmentId,
          AddSubnetIds,
          RemoveSubnetIds,
        }),
      );
    await expect(modify([b.subnetId], [])).rejects.toMatchObject({ name: "IncorrectState" });
    await kit.settle();
    await expect(modify([secondA.subnetId], [])).rejects.toMatchObject({
      name: "DuplicateSubnetsInSameZone",
    });
    await expect(modify([], [a.subnetId])).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(modify([], [])).rejects.toMatchObject({ name: "MissingParameter" });
    const changed = await modify([b.subnetId, secondA.subnetId], [a.subnetId]);
    expect(changed.TransitGatewayVpcAttachment).toMatchObject({
      State: "modifying",
      SubnetIds: [b.subnetId, secondA.subnetId],
    });
    expect(await interfacesOf(TransitGatewayAttachmentId)).toEqual([b.subnetId, secondA.subnetId].toSorted());
    await kit.settle();
    expect(await stateOf(TransitGatewayAttachmentId)).toBe("available");
  });

  it("leaves a blackhole where a route led to an interface of a subnet that it gave up, or of its own", async () => {
    const { vpc, a, b } = kit.addNetwork("10.8.0.0/16");
    const { TransitGatewayAttachmentId } = await attach({
      VpcId: vpc.vpcId,
      SubnetIds: [a.subnetId, b.subnetId],
    });
    await kit.settle();
    const table = await ec2.send(new CreateRouteTableCommand({ VpcId: vpc.vpcId }));
    const RouteTableId = table.RouteTable?.RouteTableId ?? "";
    const { NetworkInterfaces = [] } = await ec2.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [{ Name: "description", Values: [`*${TransitGatewayAttachmentId}`] }],
      }),
    );
    for (const { NetworkInterfaceId, SubnetId } of NetworkInterfaces) {
      const DestinationCidrBlock = SubnetId === a.subnetId ? "192.168.1.0/24" : "192.168.2.0/24";
      await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock, NetworkInterfaceId }));
    }
    const stateOfRoutes = async () => {
      const { RouteTables } = await ec2.send(
        new DescribeRouteTablesCommand({ RouteTableIds: [RouteTableId] }),
      );
      const routes = RouteTables?.[0]?.Routes?.filter((route) => route.GatewayId !== "local") ?? [];
      return routes.map((route) => `${route.DestinationCidrBlock ?? ""} ${route.State ?? ""}`).toSorted();
    };
    expect(await stateOfRoutes()).toEqual(["192.168.1.0/24 active", "192.168.2.0/24 active"]);
    await ec2.send(
      new ModifyTransitGatewayVpcAttachmentCommand({
        TransitGatewayAttachmentId,
        RemoveSubnetIds: [a.subnetId],
      }),
    );
    await kit.settle();
    expect(await stateOfRoutes()).toEqual(["192.168.1.0/24 blackhole", "192.168.2.0/24 active"]);
    await ec2.send(new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId }));
    await kit.settle();
    expect(await stateOfRoutes()).toEqual(["192.168.1.0/24 blackhole", "192.168.2.0/24 blackhole"]);
  });

  it("goes with its interfaces and its association, and makes room for another", async () => {
    const { vpc, a } = kit.addNetwork("10.5.0.0/16");
    const made = await attach({ VpcId: vpc.vpcId, SubnetIds: [a.subnetId] });
    const id = made.TransitGatewayAttachmentId;
    await kit.settle();
    const { TransitGatewayVpcAttachment: going } = await ec2.send(
      new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: id }),
    );
    expect(going?.State).toBe("deleting");
    await expect(attach({ VpcId: vpc.vpcId, SubnetIds: [a.subnetId] })).rejects.toMatchObject({
      name: "DuplicateTransitGatewayAttachment",
    });
    await kit.settle();
    expect(await stateOf(id)).toBe("deleted");
    expect(await interfacesOf(id)).toEqual([]);
    const { TransitGatewayAttachments: found } = await ec2.send(
      new DescribeTransitGatewayAttachmentsCommand({ TransitGatewayAttachmentIds: [id] }),
    );
    expect(found?.[0]).not.toHaveProperty("Association");
    await expect(
      ec2.send(new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: id })),
    ).rejects.toMatchObject({
      name: "InvalidTransitGatewayAttachmentID.NotFound",
      message: `Transit Gateway Attachment ${id} was deleted or does not exist.`,
    });
    expect((await attach({ VpcId: vpc.vpcId, SubnetIds: [a.subnetId] })).State).toBe("pending");
  });
});

describe("a transit gateway that is shared with another account", () => {
  it("is unknown there until it is shared, then listed without its tables and tags", async () => {
    await expect(
      other.send(new DescribeTransitGatewaysCommand({ TransitGatewayIds: [gateway.id] })),
    ).rejects.toMatchObject({ name: "InvalidTransitGatewayID.NotFound" });
    await kit.sandbox.control("POST", "transit-share", {
      transitGatewayId: gateway.id,
      accountIds: [OTHER_ACCOUNT],
    });
    const { TransitGateways } = await other.send(new DescribeTransitGatewaysCommand({}));
    expect(TransitGateways).toMatchObject([
      { TransitGatewayId: gateway.id, OwnerId: "123456789012", Tags: [] },
    ]);
    expect(await other.send(new DescribeTransitGatewayRouteTablesCommand({}))).toMatchObject({
      TransitGatewayRouteTables: [],
    });
    await expect(
      other.send(
        new DescribeTransitGatewayRouteTablesCommand({ TransitGatewayRouteTableIds: [gateway.tableId] }),
      ),
    ).rejects.toMatchObject({
      name: "InvalidRouteTableID.NotFound",
      message: `Transit Gateway Route Table ${gateway.tableId} was deleted or does not exist.`,
    });
  });

  it("takes a VPC of that account once its owner accepts, and both see the attachment", async () => {
    const { vpc, a } = kit.addNetwork("10.6.0.0/16", { accountId: OTHER_ACCOUNT });
    const made = await attach({ VpcId: vpc.vpcId, SubnetIds: [a.subnetId] }, other);
    const TransitGatewayAttachmentId = made.TransitGatewayAttachmentId;
    expect(made.State).toBe("pendingAcceptance");
    await kit.settle();
    expect(await stateOf(TransitGatewayAttachmentId)).toBe("pendingAcceptance");
    const accept = new AcceptTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId });
    await expect(other.send(accept)).rejects.toMatchObject({ name: "InvalidTransitGatewayID.NotFound" });
    const accepted = await ec2.send(accept);
    expect(accepted.TransitGatewayVpcAttachment?.State).toBe("pending");
    await expect(ec2.send(accept)).rejects.toMatchObject({
      name: "IncorrectState",
      message: `${TransitGatewayAttachmentId} is in invalid state`,
    });
    await kit.settle();
    const describeBy = async (client: EC2Client) => {
      const { TransitGatewayAttachments: found } = await client.send(
        new DescribeTransitGatewayAttachmentsCommand({
          TransitGatewayAttachmentIds: [TransitGatewayAttachmentId],
        }),
      );
      return found?.[0];
    };
    expect(await describeBy(ec2)).toMatchObject({
      State: "available",
      ResourceOwnerId: OTHER_ACCOUNT,
      TransitGatewayOwnerId: "123456789012",
      Association: { TransitGatewayRouteTableId: gateway.tableId },
    });
    const theirs = await describeBy(other);
    expect(theirs).toMatchObject({ State: "available", TransitGatewayOwnerId: "123456789012" });
    expect(theirs).not.toHaveProperty("Association");
  });

  it("may be refused, and with automatic acceptance nobody is asked", async () => {
    const first = kit.addNetwork("10.7.0.0/16", { accountId: OTHER_ACCOUNT });
    const { TransitGatewayAttachmentId } = await attach(
      { VpcId: first.vpc.vpcId, SubnetIds: [first.a.subnetId] },
      other,
    );
    const reject = new RejectTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId });
    expect((await ec2.send(reject)).TransitGatewayVpcAttachment?.State).toBe("rejecting");
    await kit.settle();
    expect(await stateOf(TransitGatewayAttachmentId, other)).toBe("rejected");
    const open = await kit.addGateway({ AutoAcceptSharedAttachments: "enable" });
    kit.sandbox.regionWorld().transit.sharedWith[open.id] = [OTHER_ACCOUNT];
    const made = await attach(
      { TransitGatewayId: open.id, VpcId: first.vpc.vpcId, SubnetIds: [first.a.subnetId] },
      other,
    );
    expect(made.State).toBe("pending");
  });
});
