import {
  CreateTagsCommand,
  DeleteTagsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DescribeTagsCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeTags,
  type Tag,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { TAGGABLE_KINDS } from "./taggable-kinds";

let sandbox: TestSandbox;
let ec2: EC2Client;

beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

const tag = (Resources: string[], ...Tags: Tag[]) => ec2.send(new CreateTagsCommand({ Resources, Tags }));
const untag = (Resources: string[], ...Tags: Tag[]) => ec2.send(new DeleteTagsCommand({ Resources, Tags }));

async function tagsOf(id: string): Promise<Record<string, string>> {
  const { Tags } = await ec2.send(
    new DescribeTagsCommand({ Filters: [{ Name: "resource-id", Values: [id] }] }),
  );
  return Object.fromEntries((Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
}

async function someIds() {
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({}));
  const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
  return {
    vpc: Vpcs?.[0]?.VpcId ?? "",
    subnet: Subnets?.[0]?.SubnetId ?? "",
    eni: NetworkInterfaces?.[0]?.NetworkInterfaceId ?? "",
  };
}

describe("tags", () => {
  it("are added, changed and removed on several resources at once, by value where one is given", async () => {
    const { vpc, subnet, eni } = await someIds();
    await tag([vpc, subnet, eni], { Key: "team", Value: "sea" }, { Key: "Owner", Value: "" });
    await tag([vpc], { Key: "team", Value: "land" });
    expect(await tagsOf(vpc)).toMatchObject({ team: "land", Owner: "" });
    expect(await tagsOf(eni)).toMatchObject({ team: "sea", Owner: "" });
    const { Subnets } = await ec2.send(
      new DescribeSubnetsCommand({ Filters: [{ Name: "tag:team", Values: ["sea"] }] }),
    );
    expect(Subnets?.map((found) => found.SubnetId)).toEqual([subnet]);
    await untag([vpc, eni], { Key: "team", Value: "sea" }, { Key: "absent" });
    expect(await tagsOf(vpc)).toMatchObject({ team: "land" });
    expect(await tagsOf(eni)).toEqual({ Owner: "" });
    await untag([vpc], { Key: "team" });
    expect(await tagsOf(vpc)).not.toHaveProperty("team");
    await untag([subnet]);
    expect(await tagsOf(subnet)).toEqual({});
  });

  it("are listed by filter and page, each with its resource's type", async () => {
    const filters = [
      { Name: "resource-type", Values: ["vpc"] },
      { Name: "key", Values: ["Name"] },
    ];
    const { Tags } = await ec2.send(new DescribeTagsCommand({ Filters: filters }));
    expect(Tags?.map(({ Value, ResourceType }) => `${ResourceType ?? ""} ${Value ?? ""}`).sort()).toEqual([
      "vpc data-vpc",
      "vpc prod-vpc",
      "vpc staging-vpc",
    ]);
    const byTag = await ec2.send(
      new DescribeTagsCommand({ Filters: [{ Name: "tag:Name", Values: ["prod-vpc"] }] }),
    );
    expect(byTag.Tags).toHaveLength(1);
    const all = (await ec2.send(new DescribeTagsCommand({}))).Tags ?? [];
    const paged = [];
    for await (const page of paginateDescribeTags({ client: ec2, pageSize: 20 }, {})) {
      paged.push(...(page.Tags ?? []));
    }
    expect(paged).toEqual(all);
  });

  it("are refused whole where one resource or tag is wrong", async () => {
    const { vpc } = await someIds();
    const before = await tagsOf(vpc);
    const good = { Key: "good", Value: "yes" };
    await expect(tag([vpc, "subnet-0123456789abcdef0"], good)).rejects.toMatchObject({
      name: "InvalidSubnetID.NotFound",
    });
    await expect(tag([vpc, "rock-0123456789abcdef0"], good)).rejects.toMatchObject({
      name: "InvalidID",
      message: "The ID 'rock-0123456789abcdef0' is not valid",
    });
    await expect(tag([vpc], good, { Key: "aws:mine", Value: "" })).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "Tag keys starting with 'aws:' are reserved for internal use",
    });
    await expect(untag([vpc], { Key: "aws:mine" })).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(tag([vpc])).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(tag([], good)).rejects.toMatchObject({ name: "MissingParameter" });
    const many = Array.from({ length: 51 }, (_, index) => ({ Key: `k${String(index)}`, Value: "" }));
    await expect(tag([vpc], ...many)).rejects.toMatchObject({ name: "TagLimitExceeded" });
    expect(await tagsOf(vpc)).toEqual(before);
  });

  it("know every kind of resource, by a not-found code of its own", async () => {
    for (const { prefix, notFoundCode } of TAGGABLE_KINDS) {
      await expect(tag([`${prefix}-0123456789abcdef0`], { Key: "a", Value: "" })).rejects.toMatchObject({
        name: notFoundCode,
      });
    }
  });
});
