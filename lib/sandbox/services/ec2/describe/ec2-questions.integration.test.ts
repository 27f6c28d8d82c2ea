import {
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  paginateDescribeNetworkInterfaces,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { startEc2 } from "@/lib/testing/start-ec2";

const { ec2 } = await startEc2();

const UNKNOWN_SUBNET = "subnet-0123456789abcdef0";

describe("EC2's filters", () => {
  const subnetNames = async (name: string, ...values: string[]): Promise<string[]> => {
    const answer = await ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name: name, Values: values }] }));
    return (answer.Subnets ?? []).map((subnet) => subnet.Tags?.[0]?.Value ?? "").sort();
  };

  it("join names by AND and values by OR", async () => {
    const { Subnets } = await ec2.send(
      new DescribeSubnetsCommand({
        Filters: [
          { Name: "availability-zone", Values: ["eu-west-1b", "eu-west-1c"] },
          { Name: "tag:Name", Values: ["prod-*"] },
        ],
      }),
    );
    expect(Subnets?.map((subnet) => subnet.Tags?.[0]?.Value).sort()).toEqual([
      "prod-private-b",
      "prod-private-c",
      "prod-public-b",
    ]);
  });

  it("know * and ?, and mind case", async () => {
    expect(await subnetNames("tag:Name", "prod-private-?")).toEqual([
      "prod-private-a",
      "prod-private-b",
      "prod-private-c",
    ]);
    expect(await subnetNames("tag:Name", "PROD-*")).toEqual([]);
    expect(await subnetNames("tag:Name", String.raw`prod-\*`)).toEqual([]);
  });

  it("write booleans as true and false", async () => {
    expect(await subnetNames("map-public-ip-on-launch", "true")).toEqual([
      "prod-public-a",
      "prod-public-b",
      "staging-public-a",
    ]);
  });

  it("let different rules of a group satisfy several permission filters", async () => {
    const { SecurityGroups } = await ec2.send(
      new DescribeSecurityGroupsCommand({ Filters: [{ Name: "ip-permission.from-port", Values: ["5432"] }] }),
    );
    expect(SecurityGroups?.map((group) => group.GroupName).sort()).toEqual(["catalog-db", "orders-db"]);
  });

  it("find Lambda's interfaces by type", async () => {
    const { NetworkInterfaces } = await ec2.send(
      new DescribeNetworkInterfacesCommand({ Filters: [{ Name: "interface-type", Values: ["lambda"] }] }),
    );
    expect(NetworkInterfaces?.length).toBeGreaterThan(10);
    expect(NetworkInterfaces?.every((eni) => eni.RequesterManaged === false)).toBe(true);
  });

  it("refuse a name that the operation does not have", async () => {
    await expect(subnetNames("colour", "red")).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "The filter 'colour' is invalid",
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe("EC2's pages", () => {
  it("give everything once, in pages of the size asked for", async () => {
    const all = (await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces ?? [];
    const pages = [];
    for await (const page of paginateDescribeNetworkInterfaces({ client: ec2, pageSize: 5 }, {})) {
      pages.push(page.NetworkInterfaces ?? []);
    }
    expect(pages.flat()).toEqual(all);
    expect(pages.length).toBe(Math.ceil(all.length / 5));
  });

  it("refuse a size out of bounds", async () => {
    await expect(ec2.send(new DescribeSubnetsCommand({ MaxResults: 3 }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "Value ( 3 ) for parameter maxResults is invalid. Expecting a value greater than 5.",
    });
    await expect(ec2.send(new DescribeSubnetsCommand({ MaxResults: 1001 }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });

  it("refuse ids together with a size", async () => {
    await expect(
      ec2.send(new DescribeSubnetsCommand({ SubnetIds: [UNKNOWN_SUBNET], MaxResults: 5 })),
    ).rejects.toMatchObject({ name: "InvalidParameterCombination" });
  });

  it("refuse a token that is broken, or of another question", async () => {
    const { NextToken } = await ec2.send(new DescribeSubnetsCommand({ MaxResults: 5 }));
    expect(NextToken).toBeTypeOf("string");
    const refusal = { name: "InvalidPaginationToken", $metadata: { httpStatusCode: 400 } };
    const Filters = [{ Name: "state", Values: ["available"] }];
    await expect(ec2.send(new DescribeSubnetsCommand({ NextToken: "nonsense" }))).rejects.toMatchObject(
      refusal,
    );
    await expect(ec2.send(new DescribeSubnetsCommand({ NextToken, Filters }))).rejects.toMatchObject(refusal);
    await expect(ec2.send(new DescribeNetworkInterfacesCommand({ NextToken }))).rejects.toMatchObject(
      refusal,
    );
  });
});

describe("EC2's ids", () => {
  it("are strict: one that is unknown fails the call", async () => {
    await expect(ec2.send(new DescribeSubnetsCommand({ SubnetIds: [UNKNOWN_SUBNET] }))).rejects.toMatchObject(
      {
        name: "InvalidSubnetID.NotFound",
        message: `The subnet ID '${UNKNOWN_SUBNET}' does not exist`,
        $metadata: { httpStatusCode: 400 },
      },
    );
  });

  it("are told apart from what is no id at all", async () => {
    await expect(ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ["web"] }))).rejects.toMatchObject({
      name: "InvalidGroupId.Malformed",
      message: 'Invalid id: "web" (expecting "sg-...")',
    });
  });
});

describe("DryRun", () => {
  it("has no success path: what would succeed is an exception with 412", async () => {
    await expect(ec2.send(new DescribeVpcsCommand({ DryRun: true }))).rejects.toMatchObject({
      name: "DryRunOperation",
      message: "Request would have succeeded, but DryRun flag is set.",
      $metadata: { httpStatusCode: 412 },
    });
  });
});
