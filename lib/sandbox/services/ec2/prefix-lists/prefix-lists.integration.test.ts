import {
  AuthorizeSecurityGroupIngressCommand,
  CreateManagedPrefixListCommand,
  type CreateManagedPrefixListCommandInput,
  DeleteManagedPrefixListCommand,
  DescribeManagedPrefixListsCommand,
  DescribePrefixListsCommand,
  EC2Client,
  GetManagedPrefixListAssociationsCommand,
  GetManagedPrefixListEntriesCommand,
  ModifyManagedPrefixListCommand,
  type ModifyManagedPrefixListCommandInput,
  RestoreManagedPrefixListVersionCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let ec2: EC2Client;

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

const settle = () => sandbox.control("POST", "advance", { seconds: 10 });

function request(
  more: Partial<CreateManagedPrefixListCommandInput> = {},
): CreateManagedPrefixListCommandInput {
  const Entries = [{ Cidr: "10.1.2.3/16", Description: "one" }];
  return { PrefixListName: "mine", AddressFamily: "IPv4", MaxEntries: 3, Entries, ...more };
}

async function create(more: Partial<CreateManagedPrefixListCommandInput> = {}): Promise<string> {
  const { PrefixList } = await ec2.send(new CreateManagedPrefixListCommand(request(more)));
  await settle();
  return PrefixList?.PrefixListId ?? "none";
}

async function read(id: string) {
  const answer = await ec2.send(new DescribeManagedPrefixListsCommand({ PrefixListIds: [id] }));
  return answer.PrefixLists?.[0];
}

async function cidrs(PrefixListId: string, TargetVersion?: number) {
  const answer = await ec2.send(new GetManagedPrefixListEntriesCommand({ PrefixListId, TargetVersion }));
  return answer.Entries?.map((entry) => entry.Cidr);
}

describe("managed prefix lists", () => {
  it("are made at version 1, once per client token", async () => {
    const input = request({
      ClientToken: "once",
      TagSpecifications: [{ ResourceType: "prefix-list", Tags: [{ Key: "Name", Value: "a" }] }],
    });
    const { PrefixList } = await ec2.send(new CreateManagedPrefixListCommand(input));
    expect(PrefixList).toMatchObject({
      State: "create-in-progress",
      Version: 1,
      MaxEntries: 3,
      OwnerId: sandbox.world.homeAccountId,
      Tags: [{ Key: "Name", Value: "a" }],
    });
    const again = await ec2.send(new CreateManagedPrefixListCommand(input));
    expect(again.PrefixList?.PrefixListId).toBe(PrefixList?.PrefixListId);
    await settle();
    expect((await read(PrefixList?.PrefixListId ?? ""))?.State).toBe("create-complete");
    expect(await cidrs(PrefixList?.PrefixListId ?? "")).toEqual(["10.1.0.0/16"]);
  });

  it("refuse what makes no sense", async () => {
    const four = [1, 2, 3, 4].map((octet) => ({ Cidr: `10.${String(octet)}.0.0/16` }));
    const cases: [Partial<CreateManagedPrefixListCommandInput>, string][] = [
      [{ PrefixListName: "com.amazonaws.mine" }, "InvalidParameterValue"],
      [{ AddressFamily: "IPv5" }, "InvalidParameterValue"],
      [{ AddressFamily: "IPv6" }, "InvalidParameterValue"],
      [{ MaxEntries: 0 }, "InvalidParameterValue"],
      [{ Entries: [{ Cidr: "10.0.0.0" }] }, "InvalidParameterValue"],
      [{ Entries: [{ Cidr: "10.0.0.0/8" }, { Cidr: "10.1.0.0/8" }] }, "InvalidParameterValue"],
      [{ Entries: four }, "PrefixListMaxEntriesExceeded"],
    ];
    for (const [more, name] of cases) {
      await expect(create(more), JSON.stringify(more)).rejects.toMatchObject({ name });
    }
  });

  it("have a version for each set of entries, all of which can be read and brought back", async () => {
    const PrefixListId = await create();
    const modify = (more: Partial<ModifyManagedPrefixListCommandInput>) =>
      ec2.send(new ModifyManagedPrefixListCommand({ PrefixListId, ...more }));
    const AddEntries = [{ Cidr: "10.2.0.0/16" }];
    await expect(modify({ AddEntries, CurrentVersion: 7 })).rejects.toMatchObject({
      name: "PrefixListVersionMismatch",
    });
    await expect(modify({ AddEntries })).rejects.toMatchObject({ name: "PrefixListVersionMismatch" });
    const changed = await modify({ AddEntries, CurrentVersion: 1 });
    expect(changed.PrefixList).toMatchObject({ State: "modify-in-progress", Version: 2 });
    await expect(modify({ PrefixListName: "other" })).rejects.toMatchObject({ name: "IncorrectState" });
    await settle();
    await modify({ PrefixListName: "other" });
    await settle();
    await modify({ RemoveEntries: [{ Cidr: "10.1.0.0/16" }], CurrentVersion: 2 });
    await settle();
    expect(await read(PrefixListId)).toMatchObject({
      State: "modify-complete",
      Version: 3,
      PrefixListName: "other",
    });
    expect([await cidrs(PrefixListId, 1), await cidrs(PrefixListId, 2), await cidrs(PrefixListId)]).toEqual([
      ["10.1.0.0/16"],
      ["10.1.0.0/16", "10.2.0.0/16"],
      ["10.2.0.0/16"],
    ]);
    await expect(cidrs(PrefixListId, 9)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const restored = await ec2.send(
      new RestoreManagedPrefixListVersionCommand({ PrefixListId, PreviousVersion: 1, CurrentVersion: 3 }),
    );
    expect(restored.PrefixList).toMatchObject({ State: "restore-in-progress", Version: 4 });
    expect(await cidrs(PrefixListId)).toEqual(["10.1.0.0/16"]);
    await settle();
    await expect(
      modify({ RemoveEntries: [{ Cidr: "10.9.0.0/16" }], CurrentVersion: 4 }),
    ).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(modify({ AddEntries, CurrentVersion: 4, MaxEntries: 9 })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
    await expect(modify({ MaxEntries: 0 })).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  it("stay while something names them, and are told who does", async () => {
    const PrefixListId = await create();
    const [group] = sandbox.regionWorld().securityGroups;
    const GroupId = group?.GroupId;
    const IpPermissions = [{ IpProtocol: "-1", PrefixListIds: [{ PrefixListId }] }];
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    const { PrefixListAssociations } = await ec2.send(
      new GetManagedPrefixListAssociationsCommand({ PrefixListId }),
    );
    expect(PrefixListAssociations).toEqual([
      { ResourceId: GroupId, ResourceOwner: sandbox.world.homeAccountId },
    ]);
    const remove = (id: string) => ec2.send(new DeleteManagedPrefixListCommand({ PrefixListId: id }));
    await expect(remove(PrefixListId)).rejects.toMatchObject({ name: "DependencyViolation" });
    const free = await create();
    expect((await remove(free)).PrefixList?.State).toBe("delete-in-progress");
    await settle();
    await expect(read(free)).rejects.toMatchObject({ name: "InvalidPrefixListID.NotFound" });
  });

  it("are AWS's in every region, and not to be changed", async () => {
    const elsewhere = new EC2Client({ ...sandbox.clientConfig(), region: "us-west-2" });
    const { PrefixLists } = await elsewhere.send(new DescribePrefixListsCommand({}));
    expect(PrefixLists?.map((list) => list.PrefixListName)).toEqual([
      "com.amazonaws.us-west-2.s3",
      "com.amazonaws.us-west-2.dynamodb",
    ]);
    await expect(
      elsewhere.send(new DeleteManagedPrefixListCommand({ PrefixListId: PrefixLists?.[0]?.PrefixListId })),
    ).rejects.toMatchObject({ name: "OperationNotPermitted" });
  });
});
