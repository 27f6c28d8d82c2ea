import {
  AssociateTransitGatewayRouteTableCommand,
  CreateTransitGatewayPrefixListReferenceCommand,
  CreateTransitGatewayRouteCommand,
  CreateTransitGatewayRouteTableCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  DeleteTransitGatewayPrefixListReferenceCommand,
  DeleteTransitGatewayRouteCommand,
  DeleteTransitGatewayRouteTableCommand,
  DeleteTransitGatewayVpcAttachmentCommand,
  DisableTransitGatewayRouteTablePropagationCommand,
  DisassociateTransitGatewayRouteTableCommand,
  type EC2Client,
  EnableTransitGatewayRouteTablePropagationCommand,
  type Filter,
  GetTransitGatewayAttachmentPropagationsCommand,
  GetTransitGatewayPrefixListReferencesCommand,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
  ModifyTransitGatewayPrefixListReferenceCommand,
  ReplaceTransitGatewayRouteCommand,
  SearchTransitGatewayRoutesCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTransitSandbox, type TransitSandbox } from "../transit-sandbox.test-builder";

const ALL: Filter[] = [{ Name: "state", Values: ["active", "blackhole"] }];

let kit: TransitSandbox;
let ec2: EC2Client;
let gateway: { id: string; tableId: string };
/** Two attachments and their VPCs: 10.1.0.0/16 and 10.2.0.0/16. */
let one: { id: string; vpcId: string };
let two: { id: string; vpcId: string };

async function attach(cidr: string): Promise<{ id: string; vpcId: string }> {
  const { vpc, a } = kit.addNetwork(cidr);
  const { TransitGatewayVpcAttachment: made } = await ec2.send(
    new CreateTransitGatewayVpcAttachmentCommand({
      TransitGatewayId: gateway.id,
      VpcId: vpc.vpcId,
      SubnetIds: [a.subnetId],
    }),
  );
  return { id: made?.TransitGatewayAttachmentId ?? "", vpcId: vpc.vpcId };
}

beforeAll(async () => {
  kit = await startTransitSandbox();
  ec2 = kit.client();
  gateway = await kit.addGateway();
  one = await attach("10.1.0.0/16");
  two = await attach("10.2.0.0/16");
  await kit.settle();
});
afterAll(() => kit.sandbox.close());

async function search(tableId: string, Filters: Filter[] = ALL): Promise<string[]> {
  const { Routes } = await ec2.send(
    new SearchTransitGatewayRoutesCommand({ TransitGatewayRouteTableId: tableId, Filters }),
  );
  return (Routes ?? []).map((route) => {
    const targets = (route.TransitGatewayAttachments ?? []).map(
      (target) => target.TransitGatewayAttachmentId,
    );
    const names = targets.map((id) => (id === one.id ? "one" : id === two.id ? "two" : id));
    return [route.DestinationCidrBlock, route.Type, route.State, ...names].join(" ");
  });
}

async function addTable(): Promise<string> {
  const { TransitGatewayRouteTable: table } = await ec2.send(
    new CreateTransitGatewayRouteTableCommand({ TransitGatewayId: gateway.id }),
  );
  await kit.settle();
  return table?.TransitGatewayRouteTableId ?? "";
}

describe("a table's links", () => {
  it("are an association and any number of propagations, each taking a moment", async () => {
    const tableId = await addTable();
    const link = { TransitGatewayRouteTableId: tableId, TransitGatewayAttachmentId: one.id };
    await expect(ec2.send(new AssociateTransitGatewayRouteTableCommand(link))).rejects.toMatchObject({
      name: "Resource.AlreadyAssociated",
      message: `Transit Gateway Attachment ${one.id} is already associated to a route table.`,
    });
    const before = { ...link, TransitGatewayRouteTableId: gateway.tableId };
    await expect(ec2.send(new DisassociateTransitGatewayRouteTableCommand(link))).rejects.toMatchObject({
      name: "InvalidAssociation.NotFound",
    });
    const left = await ec2.send(new DisassociateTransitGatewayRouteTableCommand(before));
    expect(left.Association).toMatchObject({
      State: "disassociating",
      ResourceId: one.vpcId,
      ResourceType: "vpc",
    });
    await kit.settle();
    const joined = await ec2.send(new AssociateTransitGatewayRouteTableCommand(link));
    expect(joined.Association?.State).toBe("associating");
    const enabled = await ec2.send(new EnableTransitGatewayRouteTablePropagationCommand(link));
    expect(enabled.Propagation?.State).toBe("enabling");
    await expect(ec2.send(new EnableTransitGatewayRouteTablePropagationCommand(link))).rejects.toMatchObject({
      name: "TransitGatewayRouteTablePropagation.Duplicate",
      message: `Propagation ${one.id} already exists in Transit Gateway Route Table ${tableId}.`,
    });
    expect(await search(tableId)).toEqual([]);
    await kit.settle();
    const listed = { TransitGatewayAttachmentId: one.id, ResourceId: one.vpcId, ResourceType: "vpc" };
    const associations = await ec2.send(
      new GetTransitGatewayRouteTableAssociationsCommand({ TransitGatewayRouteTableId: tableId }),
    );
    expect(associations.Associations).toEqual([{ ...listed, State: "associated" }]);
    const propagations = await ec2.send(
      new GetTransitGatewayRouteTablePropagationsCommand({
        TransitGatewayRouteTableId: tableId,
        Filters: [{ Name: "resource-type", Values: ["vpc"] }],
      }),
    );
    expect(propagations.TransitGatewayRouteTablePropagations).toEqual([{ ...listed, State: "enabled" }]);
    expect(await search(tableId)).toEqual(["10.1.0.0/16 propagated active one"]);
    const ofAttachment = await ec2.send(
      new GetTransitGatewayAttachmentPropagationsCommand({ TransitGatewayAttachmentId: one.id }),
    );
    expect(
      ofAttachment.TransitGatewayAttachmentPropagations?.map((link) => link.TransitGatewayRouteTableId),
    ).toEqual([gateway.tableId, tableId]);
  });

  it("keep a table from being deleted, as being a default does", async () => {
    const tables = await ec2.send(
      new GetTransitGatewayAttachmentPropagationsCommand({ TransitGatewayAttachmentId: one.id }),
    );
    const tableId = tables.TransitGatewayAttachmentPropagations?.[1]?.TransitGatewayRouteTableId ?? "";
    const remove = (id: string) =>
      ec2.send(new DeleteTransitGatewayRouteTableCommand({ TransitGatewayRouteTableId: id }));
    await expect(remove(gateway.tableId)).rejects.toMatchObject({ name: "IncorrectState" });
    await expect(remove(tableId)).rejects.toMatchObject({ name: "IncorrectState" });
    const link = { TransitGatewayRouteTableId: tableId, TransitGatewayAttachmentId: one.id };
    const disabled = await ec2.send(new DisableTransitGatewayRouteTablePropagationCommand(link));
    expect(disabled.Propagation?.State).toBe("disabling");
    await ec2.send(new DisassociateTransitGatewayRouteTableCommand(link));
    await kit.settle();
    await expect(ec2.send(new DisableTransitGatewayRouteTablePropagationCommand(link))).rejects.toMatchObject(
      { name: "TransitGatewayRouteTablePropagation.NotFound" },
    );
    expect((await remove(tableId)).TransitGatewayRouteTable?.State).toBe("deleting");
    await kit.settle();
    await expect(remove(tableId)).rejects.toMatchObject({ name: "InvalidRouteTableID.NotFound" });
  });
});

describe("static routes", () => {
  it("are made, replaced and deleted, hide propagated ones, and may drop what they match", async () => {
    const tableId = gateway.tableId;
    const route = { TransitGatewayRouteTableId: tableId, DestinationCidrBlock: "10.2.0.0/16" };
    expect(await search(tableId)).toEqual([
      "10.1.0.0/16 propagated active one",
      "10.2.0.0/16 propagated active two",
    ]);
    const made = await ec2.send(
      new CreateTransitGatewayRouteCommand({ ...route, TransitGatewayAttachmentId: one.id }),
    );
    expect(made.Route).toMatchObject({
      Type: "static",
      State: "active",
      TransitGatewayAttachments: [{ ResourceId: one.vpcId, ResourceType: "vpc" }],
    });
    await expect(
      ec2.send(new CreateTransitGatewayRouteCommand({ ...route, Blackhole: true })),
    ).rejects.toMatchObject({
      name: "RouteAlreadyExists",
      message: `Route 10.2.0.0/16 already exists in Transit Gateway Route Table ${tableId}.`,
    });
    expect(await search(tableId)).toContain("10.2.0.0/16 static active one");
    await ec2.send(new ReplaceTransitGatewayRouteCommand({ ...route, Blackhole: true }));
    expect(await search(tableId)).toContain("10.2.0.0/16 static blackhole");
    const deleted = await ec2.send(new DeleteTransitGatewayRouteCommand(route));
    expect(deleted.Route?.State).toBe("deleted");
    expect(await search(tableId)).toContain("10.2.0.0/16 propagated active two");
    await expect(ec2.send(new DeleteTransitGatewayRouteCommand(route))).rejects.toMatchObject({
      name: "InvalidRoute.NotFound",
    });
    await expect(
      ec2.send(new ReplaceTransitGatewayRouteCommand({ ...route, Blackhole: true })),
    ).rejects.toMatchObject({ name: "InvalidRoute.NotFound" });
  });

  it("need a destination that is one, and an attachment or none", async () => {
    const create = (input: object) =>
      ec2.send(
        new CreateTransitGatewayRouteCommand({
          TransitGatewayRouteTableId: gateway.tableId,
          DestinationCidrBlock: "172.16.0.0/12",
          ...input,
        }),
      );
    await expect(create({ DestinationCidrBlock: "anywhere" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(create({})).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(create({ TransitGatewayAttachmentId: "tgw-attach-0123" })).rejects.toMatchObject({
      name: "InvalidTransitGatewayAttachmentID.NotFound",
    });
    await expect(create({ TransitGatewayAttachmentId: one.id, Blackhole: true })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
  });

  it("turn into blackholes when their attachment goes, where propagated ones vanish", async () => {
    const three = await attach("10.3.0.0/16");
    await kit.settle();
    await ec2.send(
      new CreateTransitGatewayRouteCommand({
        TransitGatewayRouteTableId: gateway.tableId,
        DestinationCidrBlock: "192.168.7.9/16",
        TransitGatewayAttachmentId: three.id,
      }),
    );
    expect(await search(gateway.tableId)).toEqual(
      expect.arrayContaining([
        `10.3.0.0/16 propagated active ${three.id}`,
        `192.168.0.0/16 static active ${three.id}`,
      ]),
    );
    await ec2.send(new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: three.id }));
    await kit.settle();
    const left = await search(gateway.tableId);
    expect(left).toContain("192.168.0.0/16 static blackhole");
    expect(left.filter((route) => route.startsWith("10.3."))).toEqual([]);
  });
});

describe("a search", () => {
  it("needs a filter, and knows exact, longest, subnet and supernet matches", async () => {
    const tableId = await addTable();
    for (const DestinationCidrBlock of ["10.0.0.0/8", "10.1.0.0/16", "10.1.1.0/24", "172.16.0.0/12"]) {
      await ec2.send(
        new CreateTransitGatewayRouteCommand({
          TransitGatewayRouteTableId: tableId,
          DestinationCidrBlock,
          TransitGatewayAttachmentId: one.id,
        }),
      );
    }
    const by = async (Name: string, value: string) =>
      (await search(tableId, [{ Name, Values: [value] }])).map((line) => line.split(" ")[0]);
    expect(await by("route-search.exact-match", "10.1.0.0/16")).toEqual(["10.1.0.0/16"]);
    expect(await by("route-search.longest-prefix-match", "10.1.1.9")).toEqual(["10.1.1.0/24"]);
    expect(await by("route-search.subnet-of-match", "10.1.0.0/16")).toEqual(["10.1.0.0/16", "10.1.1.0/24"]);
    expect(await by("route-search.supernet-of-match", "10.1.0.0/16")).toEqual(["10.0.0.0/8", "10.1.0.0/16"]);
    expect(await by("attachment.resource-id", one.vpcId)).toHaveLength(4);
    expect(await by("type", "propagated")).toEqual([]);
    await expect(search(tableId, [])).rejects.toMatchObject({
      name: "MissingParameter",
    });
    await expect(by("route-search.exact-match", "ten")).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });

  it("says whether there are more routes than it gave, and goes on from its token", async () => {
    const tableId = await addTable();
    for (let third = 0; third < 7; third += 1) {
      await ec2.send(
        new CreateTransitGatewayRouteCommand({
          TransitGatewayRouteTableId: tableId,
          DestinationCidrBlock: `10.9.${String(third)}.0/24`,
          Blackhole: true,
        }),
      );
    }
    const page = (NextToken?: string) =>
      ec2.send(
        new SearchTransitGatewayRoutesCommand({
          TransitGatewayRouteTableId: tableId,
          Filters: ALL,
          MaxResults: 5,
          NextToken,
        }),
      );
    const first = await page();
    expect([first.Routes?.length, first.AdditionalRoutesAvailable]).toEqual([5, true]);
    const second = await page(first.NextToken);
    expect([second.Routes?.length, second.AdditionalRoutesAvailable]).toEqual([2, false]);
  });
});

describe("references of prefix lists", () => {
  it("are routes for every entry, changed and removed as one", async () => {
    const tableId = await addTable();
    const region = kit.sandbox.regionWorld();
    const PrefixListId = "pl-0123456789abcdef0";
    region.managedPrefixLists.push({
      PrefixListId,
      PrefixListName: "offices",
      AddressFamily: "IPv4",
      OwnerId: "123456789012",
      State: "create-complete",
    });
    region.prefixListEntries[PrefixListId] = [{ Cidr: "192.168.1.0/24" }, { Cidr: "192.168.2.0/24" }];
    const reference = { TransitGatewayRouteTableId: tableId, PrefixListId };
    const create = (input: object) =>
      ec2.send(new CreateTransitGatewayPrefixListReferenceCommand({ ...reference, ...input }));
    await expect(create({ PrefixListId: "pl-0", Blackhole: true })).rejects.toMatchObject({
      name: "InvalidPrefixListID.NotFound",
    });
    const made = await create({ TransitGatewayAttachmentId: two.id });
    expect(made.TransitGatewayPrefixListReference).toMatchObject({
      State: "pending",
      Blackhole: false,
      PrefixListOwnerId: "123456789012",
      TransitGatewayAttachment: { TransitGatewayAttachmentId: two.id, ResourceId: two.vpcId },
    });
    await expect(create({ Blackhole: true })).rejects.toMatchObject({ name: "DuplicatePrefixListReference" });
    await kit.settle();
    expect(await search(tableId, [{ Name: "prefix-list-id", Values: [PrefixListId] }])).toEqual([
      "192.168.1.0/24 static active two",
      "192.168.2.0/24 static active two",
    ]);
    await ec2.send(new ModifyTransitGatewayPrefixListReferenceCommand({ ...reference, Blackhole: true }));
    await kit.settle();
    const read = () =>
      ec2.send(
        new GetTransitGatewayPrefixListReferencesCommand({
          TransitGatewayRouteTableId: tableId,
          Filters: [{ Name: "is-blackhole", Values: ["true"] }],
        }),
      );
    expect((await read()).TransitGatewayPrefixListReferences).toMatchObject([
      { PrefixListId, State: "available", Blackhole: true },
    ]);
    await ec2.send(new DeleteTransitGatewayPrefixListReferenceCommand(reference));
    await kit.settle();
    expect((await read()).TransitGatewayPrefixListReferences).toEqual([]);
    await expect(
      ec2.send(new DeleteTransitGatewayPrefixListReferenceCommand(reference)),
    ).rejects.toMatchObject({ name: "InvalidPrefixListReference.NotFound" });
  });
});
