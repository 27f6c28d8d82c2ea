import {
  AcceptTransitGatewayPeeringAttachmentCommand,
  CreateTransitGatewayPeeringAttachmentCommand,
  CreateTransitGatewayRouteCommand,
  DeleteTransitGatewayCommand,
  DeleteTransitGatewayPeeringAttachmentCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayPeeringAttachmentsCommand,
  type EC2Client,
  EnableTransitGatewayRouteTablePropagationCommand,
  RejectTransitGatewayPeeringAttachmentCommand,
  SearchTransitGatewayRoutesCommand,
  type TransitGatewayPeeringAttachment,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  startTransitSandbox,
  type TransitGatewayRef,
  type TransitSandbox,
} from "../transit-sandbox.test-builder";
import { OTHER_ACCOUNT } from "@/lib/testing/add-other-account";

const HOME = "123456789012";
const FAR_REGION = "us-east-1";

let kit: TransitSandbox;
let near: EC2Client;
let far: EC2Client;
let nearGateway: TransitGatewayRef;
let farGateway: TransitGatewayRef;

beforeAll(async () => {
  kit = await startTransitSandbox();
  near = kit.client();
  far = kit.client(FAR_REGION);
  nearGateway = await kit.addGateway();
  farGateway = await kit.addGateway({}, FAR_REGION);
});
afterAll(() => kit.sandbox.close());

async function request(peer: Partial<{ id: string; account: string; region: string }> = {}): Promise<string> {
  const { TransitGatewayPeeringAttachment: made } = await near.send(
    new CreateTransitGatewayPeeringAttachmentCommand({
      TransitGatewayId: nearGateway.id,
      PeerTransitGatewayId: peer.id ?? farGateway.id,
      PeerAccountId: peer.account ?? HOME,
      PeerRegion: peer.region ?? FAR_REGION,
      TagSpecifications: [
        { ResourceType: "transit-gateway-attachment", Tags: [{ Key: "Name", Value: "over-the-sea" }] },
      ],
    }),
  );
  expect(made?.State).toBe("initiatingRequest");
  return made?.TransitGatewayAttachmentId ?? "";
}

async function read(client: EC2Client, id: string): Promise<TransitGatewayPeeringAttachment | undefined> {
  const { TransitGatewayPeeringAttachments: found } = await client.send(
    new DescribeTransitGatewayPeeringAttachmentsCommand({ TransitGatewayAttachmentIds: [id] }),
  );
  return found?.[0];
}

describe("a peering between regions", () => {
  let id: string;

  it("is asked for here and waits there, with one id and tags of each side's own", async () => {
    id = await request();
    await kit.settle();
    const here = await read(near, id);
    expect(here).toMatchObject({
      State: "pendingAcceptance",
      RequesterTgwInfo: { TransitGatewayId: nearGateway.id, OwnerId: HOME, Region: "eu-west-1" },
      AccepterTgwInfo: { TransitGatewayId: farGateway.id, OwnerId: HOME, Region: FAR_REGION },
      Tags: [{ Key: "Name", Value: "over-the-sea" }],
    });
    expect(await read(far, id)).toMatchObject({ State: "pendingAcceptance", Tags: [] });
    await expect(request()).rejects.toMatchObject({ name: "DuplicateTransitGatewayAttachment" });
  });

  it("is accepted by the other side alone, and then joins the default tables of both", async () => {
    const accept = new AcceptTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: id });
    await expect(near.send(accept)).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: `Cannot accept ${id} as the source of the peering request.`,
    });
    const accepted = await far.send(accept);
    expect(accepted.TransitGatewayPeeringAttachment?.State).toBe("pending");
    await kit.settle();
    const attachmentBy = async (client: EC2Client) => {
      const { TransitGatewayAttachments } = await client.send(
        new DescribeTransitGatewayAttachmentsCommand({
          Filters: [{ Name: "resource-type", Values: ["peering"] }],
        }),
      );
      return TransitGatewayAttachments?.[0];
    };
    expect(await attachmentBy(near)).toMatchObject({
      TransitGatewayAttachmentId: id,
      State: "available",
      TransitGatewayId: nearGateway.id,
      ResourceId: farGateway.id,
      Association: { TransitGatewayRouteTableId: nearGateway.tableId },
    });
    expect(await attachmentBy(far)).toMatchObject({
      TransitGatewayAttachmentId: id,
      TransitGatewayId: farGateway.id,
      ResourceId: nearGateway.id,
      Association: { TransitGatewayRouteTableId: farGateway.tableId },
    });
  });

  it("takes static routes, and propagates none", async () => {
    const link = { TransitGatewayAttachmentId: id, TransitGatewayRouteTableId: nearGateway.tableId };
    await expect(near.send(new EnableTransitGatewayRouteTablePropagationCommand(link))).rejects.toMatchObject(
      { name: "InvalidParameterValue" },
    );
    await near.send(new CreateTransitGatewayRouteCommand({ ...link, DestinationCidrBlock: "10.50.0.0/16" }));
    const { Routes } = await near.send(
      new SearchTransitGatewayRoutesCommand({
        TransitGatewayRouteTableId: nearGateway.tableId,
        Filters: [{ Name: "attachment.resource-type", Values: ["peering"] }],
      }),
    );
    expect(Routes).toMatchObject([
      {
        DestinationCidrBlock: "10.50.0.0/16",
        Type: "static",
        State: "active",
        TransitGatewayAttachments: [{ ResourceId: farGateway.id, ResourceType: "peering" }],
      },
    ]);
  });

  it("holds its transit gateways until either side ends it, for both", async () => {
    await expect(
      far.send(new DeleteTransitGatewayCommand({ TransitGatewayId: farGateway.id })),
    ).rejects.toMatchObject({
      name: "IncorrectState",
      message: `${farGateway.id} has non-deleted Transit Gateway Cross Region Peering Attachments: ${id}.`,
    });
    await far.send(new DeleteTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: id }));
    expect((await read(near, id))?.State).toBe("deleting");
    await kit.settle();
    expect((await read(near, id))?.State).toBe("deleted");
    expect((await read(far, id))?.State).toBe("deleted");
    await expect(
      near.send(new DeleteTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: id })),
    ).rejects.toMatchObject({ name: "InvalidTransitGatewayAttachmentID.NotFound" });
  });
});

describe("a request to peer", () => {
  it("may be rejected", async () => {
    const id = await request();
    await kit.settle();
    const rejected = await far.send(
      new RejectTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: id }),
    );
    expect(rejected.TransitGatewayPeeringAttachment?.State).toBe("rejecting");
    await kit.settle();
    expect((await read(near, id))?.State).toBe("rejected");
  });

  it("fails when it reaches nobody, and is refused for a region that is none or for itself", async () => {
    const id = await request({ id: "tgw-0fedcba9876543210", account: "999999999999" });
    await kit.settle();
    expect(await read(near, id)).toMatchObject({ State: "failed", Status: { Code: "failed" } });
    await expect(request({ region: "mars-north-1" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(request({ id: nearGateway.id, region: "eu-west-1" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });

  it("reaches another account, and within one region has an id for each end", async () => {
    const own = await kit.addGateway();
    const id = await request({ id: own.id, region: "eu-west-1" });
    await kit.settle();
    const accepterId = (await read(near, id))?.AccepterTransitGatewayAttachmentId ?? "";
    expect(accepterId).not.toBe(id);
    await expect(
      near.send(new AcceptTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: id })),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await near.send(
      new AcceptTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: accepterId }),
    );
    await kit.settle();
    const { TransitGatewayAttachments: ends } = await near.send(
      new DescribeTransitGatewayAttachmentsCommand({ TransitGatewayAttachmentIds: [id, accepterId] }),
    );
    expect(ends?.map((end) => [end.TransitGatewayId, end.ResourceId, end.State])).toEqual([
      [nearGateway.id, own.id, "available"],
      [own.id, nearGateway.id, "available"],
    ]);
    const farRegion = kit.sandbox.regionWorld({ accountId: OTHER_ACCOUNT, region: FAR_REGION });
    farRegion.transit.gateways.push({
      TransitGatewayId: "tgw-0aaaabbbbccccdddd",
      OwnerId: OTHER_ACCOUNT,
      State: "available",
      Options: {},
    });
    const across = await request({ id: "tgw-0aaaabbbbccccdddd", account: OTHER_ACCOUNT });
    await kit.settle();
    const { TransitGatewayPeeringAttachments: theirs } = await kit.otherClient(FAR_REGION).send(
      new DescribeTransitGatewayPeeringAttachmentsCommand({
        Filters: [{ Name: "remote-owner-id", Values: [HOME] }],
      }),
    );
    expect(theirs).toMatchObject([{ TransitGatewayAttachmentId: across, State: "pendingAcceptance" }]);
  });
});
