import {
  CreateTransitGatewayCommand,
  type CreateTransitGatewayCommandInput,
  CreateTransitGatewayRouteTableCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  DeleteTransitGatewayCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  type DescribeTransitGatewaysCommandInput,
  EC2Client,
  ModifyTransitGatewayCommand,
  type ModifyTransitGatewayOptions,
  type TransitGateway,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTransitSandbox, type TransitSandbox } from "../transit-sandbox.test-builder";

let kit: TransitSandbox;
let ec2: EC2Client;

beforeAll(async () => {
  kit = await startTransitSandbox();
  ec2 = kit.client();
});
afterAll(() => kit.sandbox.close());

async function describeGateway(id: string | undefined): Promise<TransitGateway | undefined> {
  const { TransitGateways } = await ec2.send(
    new DescribeTransitGatewaysCommand({ TransitGatewayIds: [id ?? ""] }),
  );
  return TransitGateways?.[0];
}

async function create(
  options: CreateTransitGatewayCommandInput = {},
): Promise<TransitGateway & { TransitGatewayId: string }> {
  const { TransitGateway } = await ec2.send(new CreateTransitGatewayCommand(options));
  return { ...TransitGateway, TransitGatewayId: TransitGateway?.TransitGatewayId ?? "none" };
}

describe("a transit gateway", () => {
  it("is made with AWS's defaults and one table that is both defaults, and is available after a while", async () => {
    const made = await create({
      Description: "core",
      TagSpecifications: [{ ResourceType: "transit-gateway", Tags: [{ Key: "Name", Value: "core" }] }],
    });
    const tableId = made.Options?.AssociationDefaultRouteTableId;
    expect(made).toMatchObject({
      State: "pending",
      OwnerId: "123456789012",
      Description: "core",
      TransitGatewayArn: `arn:aws:ec2:eu-west-1:123456789012:transit-gateway/${made.TransitGatewayId}`,
      Options: {
        AmazonSideAsn: 64512,
        AutoAcceptSharedAttachments: "disable",
        DefaultRouteTableAssociation: "enable",
        DefaultRouteTablePropagation: "enable",
        PropagationDefaultRouteTableId: tableId,
        DnsSupport: "enable",
        VpnEcmpSupport: "enable",
        MulticastSupport: "disable",
      },
      Tags: [{ Key: "Name", Value: "core" }],
    });
    await kit.settle();
    expect((await describeGateway(made.TransitGatewayId))?.State).toBe("available");
    const { TransitGatewayRouteTables: tables } = await ec2.send(
      new DescribeTransitGatewayRouteTablesCommand({
        Filters: [
          { Name: "transit-gateway-id", Values: [made.TransitGatewayId] },
          { Name: "default-association-route-table", Values: ["true"] },
          { Name: "default-propagation-route-table", Values: ["true"] },
        ],
      }),
    );
    expect(tables).toMatchObject([{ TransitGatewayRouteTableId: tableId, State: "available" }]);
    await ec2.send(new DeleteTransitGatewayCommand({ TransitGatewayId: made.TransitGatewayId }));
  });

  it("is refused with a public ASN, too small a block, and tags of another type", async () => {
    await expect(create({ Options: { AmazonSideAsn: 64_000 } })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(create({ Options: { TransitGatewayCidrBlocks: ["10.0.0.0/28"] } })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(
      create({ TagSpecifications: [{ ResourceType: "vpc", Tags: [{ Key: "Name", Value: "x" }] }] }),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  it("is made by those who may alone, and never by a dry run", async () => {
    const reader = new EC2Client(kit.sandbox.clientConfig("readOnly"));
    await expect(reader.send(new CreateTransitGatewayCommand({}))).rejects.toMatchObject({
      name: "UnauthorizedOperation",
    });
    const before = await reader.send(new DescribeTransitGatewaysCommand({}));
    await expect(create({ DryRun: true })).rejects.toMatchObject({ name: "DryRunOperation" });
    const after = await reader.send(new DescribeTransitGatewaysCommand({}));
    expect(after.TransitGateways).toEqual(before.TransitGateways);
  });

  it("changes its default tables and its blocks, and goes through modifying", async () => {
    const { TransitGatewayId, Options } = await create({
      Options: { TransitGatewayCidrBlocks: ["10.200.0.0/24"] },
    });
    await kit.settle();
    const { TransitGatewayRouteTable: table } = await ec2.send(
      new CreateTransitGatewayRouteTableCommand({ TransitGatewayId }),
    );
    await kit.settle();
    const tableId = table?.TransitGatewayRouteTableId;
    const modify = (options: ModifyTransitGatewayOptions) =>
      ec2.send(new ModifyTransitGatewayCommand({ TransitGatewayId, Options: options }));
    await expect(modify({ RemoveTransitGatewayCidrBlocks: ["10.9.0.0/24"] })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(modify({ AssociationDefaultRouteTableId: "tgw-rtb-0123" })).rejects.toMatchObject({
      name: "InvalidRouteTableID.NotFound",
    });
    const changed = await modify({
      AssociationDefaultRouteTableId: tableId,
      DefaultRouteTablePropagation: "disable",
      AddTransitGatewayCidrBlocks: ["10.201.0.0/24"],
      RemoveTransitGatewayCidrBlocks: ["10.200.0.0/24"],
    });
    expect(changed.TransitGateway?.State).toBe("modifying");
    await expect(modify({ DnsSupport: "disable" })).rejects.toMatchObject({
      name: "IncorrectState",
      message: `${TransitGatewayId} is in invalid state`,
    });
    await kit.settle();
    const after = await describeGateway(TransitGatewayId);
    expect(after).toMatchObject({
      State: "available",
      Options: {
        AssociationDefaultRouteTableId: tableId,
        DefaultRouteTablePropagation: "disable",
        TransitGatewayCidrBlocks: ["10.201.0.0/24"],
      },
    });
    expect(after?.Options?.PropagationDefaultRouteTableId).toBeUndefined();
    const { TransitGatewayRouteTables: defaults } = await ec2.send(
      new DescribeTransitGatewayRouteTablesCommand({
        TransitGatewayRouteTableIds: [Options?.AssociationDefaultRouteTableId ?? ""],
      }),
    );
    expect(defaults?.[0]).toMatchObject({
      DefaultAssociationRouteTable: false,
      DefaultPropagationRouteTable: false,
    });
    await ec2.send(new DeleteTransitGatewayCommand({ TransitGatewayId }));
  });

  it("cannot go while something is attached, then is listed as deleted for an hour", async () => {
    const { TransitGatewayId } = await create();
    await kit.settle();
    const network = kit.addNetwork("10.1.0.0/16");
    const { TransitGatewayVpcAttachment: attachment } = await ec2.send(
      new CreateTransitGatewayVpcAttachmentCommand({
        TransitGatewayId,
        VpcId: network.vpc.vpcId,
        SubnetIds: [network.a.subnetId],
      }),
    );
    await expect(ec2.send(new DeleteTransitGatewayCommand({ TransitGatewayId }))).rejects.toMatchObject({
      name: "IncorrectState",
      message: `${TransitGatewayId} has non-deleted Transit Gateway Attachments: ${attachment?.TransitGatewayAttachmentId ?? ""}.`,
    });
    const bare = await create();
    await kit.settle();
    const { TransitGateway: going } = await ec2.send(
      new DeleteTransitGatewayCommand({ TransitGatewayId: bare.TransitGatewayId }),
    );
    expect(going?.State).toBe("deleting");
    await kit.settle(120);
    expect((await describeGateway(bare.TransitGatewayId))?.State).toBe("deleted");
    await expect(
      ec2.send(new DeleteTransitGatewayCommand({ TransitGatewayId: bare.TransitGatewayId })),
    ).rejects.toMatchObject({
      name: "InvalidTransitGatewayID.NotFound",
      message: `Transit Gateway ${bare.TransitGatewayId} was deleted or does not exist.`,
    });
    await kit.settle(3700);
    await expect(describeGateway(bare.TransitGatewayId)).rejects.toMatchObject({
      name: "InvalidTransitGatewayID.NotFound",
    });
  });

  it("is one of at most five, and is read with filters and in pages", async () => {
    await kit.sandbox.control("POST", "reset");
    const made = [];
    for (const asn of [64_601, 64_602, 64_603, 64_604, 64_605]) {
      made.push(await create({ Options: { AmazonSideAsn: asn, DefaultRouteTableAssociation: "disable" } }));
    }
    await expect(create()).rejects.toMatchObject({ name: "TransitGatewayLimitExceeded" });
    const describeWith = (input: DescribeTransitGatewaysCommandInput) =>
      ec2.send(new DescribeTransitGatewaysCommand(input));
    const filtered = await describeWith({
      Filters: [
        { Name: "options.amazon-side-asn", Values: ["64602"] },
        { Name: "options.default-route-table-association", Values: ["disable"] },
        { Name: "owner-id", Values: ["123456789012"] },
      ],
    });
    expect(filtered.TransitGateways?.map((gateway) => gateway.TransitGatewayId)).toEqual([
      made[1]?.TransitGatewayId,
    ]);
    await expect(describeWith({ Filters: [{ Name: "colour", Values: ["red"] }] })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(describeWith({ MaxResults: 2 })).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(describeWith({ TransitGatewayIds: ["vpc-1"] })).rejects.toMatchObject({
      name: "InvalidTransitGatewayID.Malformed",
    });
  });
});
