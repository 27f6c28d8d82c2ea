import * as ec2Module from "@aws-sdk/client-ec2";
import {
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startEc2 } from "@/lib/testing/start-ec2";
import { findOperationSchema, requiredMembers } from "../../../wire/operation-schema";
import { ec2Handlers } from "../ec2-handlers";

const { sandbox, ec2 } = await startEc2();

/** The model's own constraints (botocore's ec2/2016-11-15 service model); every other paginated operation has 5 to 1000. */
const BOUNDS: Readonly<Record<string, [min: number, max: number]>> = {
  DescribeEgressOnlyInternetGateways: [5, 255],
  DescribeManagedPrefixLists: [1, 100],
  DescribeNetworkInsightsAnalyses: [1, 100],
  DescribeNetworkInsightsPaths: [1, 100],
  DescribeRouteTables: [5, 100],
  DescribeStaleSecurityGroups: [5, 255],
  DescribeVpcEndpointAssociations: [1, 100],
  GetManagedPrefixListAssociations: [5, 255],
  GetManagedPrefixListEntries: [1, 100],
};
/** These take any number above zero, and give 1000 at most. */
const CAPPED = ["DescribePrefixLists", "DescribeVpcEndpointServices", "DescribeVpcEndpoints"];

/** Operations of the sandbox that take `MaxResults`, with parameters that no id can be found for. */
const paginated = Object.keys(ec2Handlers).flatMap((operation) => {
  const schema = findOperationSchema(ec2Module, operation)?.input;
  const members = schema?.isStructSchema() === true ? [...schema.structIterator()].map(([name]) => name) : [];
  return members.includes("MaxResults") ? [operation] : [];
});

/** AWS's complaint about `MaxResults`, or undefined where there is none. */
async function complaintAbout(operation: string, maxResults: number): Promise<string | undefined> {
  const input = findOperationSchema(ec2Module, operation)?.input;
  const required = input === undefined ? [] : requiredMembers(input);
  const parameters = required.map((name) => (name === "Filters" ? "Filter.1.Name=state" : `${name}=x-0`));
  const response = await fetch(sandbox.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      ...signedHeaders({ service: "ec2" }),
    },
    body: [
      `Action=${operation}`,
      "Version=2016-11-15",
      `MaxResults=${String(maxResults)}`,
      ...parameters,
    ].join("&"),
  });
  return /for parameter maxResults is invalid\. Expecting a value ([^<]+)\./
    .exec(await response.text())?.[1]
    ?.replace("&gt;", ">");
}

describe("MaxResults", () => {
  it.each(paginated.filter((operation) => !CAPPED.includes(operation)))(
    "of %s is held to AWS's bounds",
    async (operation) => {
      const [min, max] = BOUNDS[operation] ?? [5, 1000];
      expect(await complaintAbout(operation, min - 1)).toBe(`greater than ${String(min)}`);
      expect(await complaintAbout(operation, min)).toBeUndefined();
      expect(await complaintAbout(operation, max)).toBeUndefined();
      expect(await complaintAbout(operation, max + 1)).toBe(`less than or equal to ${String(max)}`);
    },
  );

  it.each(paginated.filter((operation) => CAPPED.includes(operation)))(
    "of %s is capped",
    async (operation) => {
      expect(await complaintAbout(operation, 0)).toBe("greater than 1");
      expect(await complaintAbout(operation, 5000)).toBeUndefined();
    },
  );
});

describe("a page's token", () => {
  const read = (input: ec2Module.DescribeNetworkInterfacesCommandInput) =>
    ec2.send(new DescribeNetworkInterfacesCommand(input));
  const idsOf = (page: ec2Module.DescribeNetworkInterfacesCommandOutput) =>
    (page.NetworkInterfaces ?? []).map((eni) => eni.NetworkInterfaceId);

  it("goes on after the last item given, although items have come and gone meanwhile", async () => {
    const interfaces = sandbox.regionWorld().networkInterfaces;
    const all = interfaces.map((eni) => eni.NetworkInterfaceId);
    const first = await read({ MaxResults: 5 });
    // One of the first page goes, then its last one too, and a new one comes.
    const removed = [...interfaces.splice(4, 1), ...interfaces.splice(1, 1)];
    interfaces.push({ ...removed[0], NetworkInterfaceId: "eni-0000000000000new0" });
    const second = await read({ MaxResults: 1000, NextToken: first.NextToken });
    expect([...idsOf(first), ...idsOf(second)]).toEqual([...all, "eni-0000000000000new0"]);
    interfaces.pop();
    interfaces.unshift(...removed);
  });

  it("gives all the rest without MaxResults", async () => {
    const all = sandbox.regionWorld().networkInterfaces.length;
    const first = await read({ MaxResults: 6 });
    const rest = await read({ NextToken: first.NextToken });
    expect(idsOf(rest)).toHaveLength(all - 6);
    expect(rest.NextToken).toBeUndefined();
  });

  it("of another question, region or making is refused", async () => {
    const { NextToken } = await read({ MaxResults: 5 });
    const elsewhere = new EC2Client({ ...sandbox.clientConfig(), region: "eu-central-1" });
    const filter = [{ Name: "status", Values: ["in-use"] }];
    for (const call of [
      () => ec2.send(new DescribeSubnetsCommand({ MaxResults: 5, NextToken })),
      () => read({ MaxResults: 5, NextToken, Filters: filter }),
      () => elsewhere.send(new DescribeNetworkInterfacesCommand({ MaxResults: 5, NextToken })),
      () => read({ MaxResults: 5, NextToken: "bm90LW91cnM" }),
      () => read({ MaxResults: 5, NextToken: `${NextToken ?? ""}A` }),
    ]) {
      await expect(call()).rejects.toMatchObject({ name: "InvalidPaginationToken" });
    }
  });

  it("is refused by DescribeVpcs as a value, an empty one too", async () => {
    const { NextToken = "" } = await read({ MaxResults: 5 });
    for (const token of [NextToken, ""]) {
      await expect(ec2.send(new DescribeVpcsCommand({ NextToken: token }))).rejects.toMatchObject({
        name: "InvalidParameterValue",
        message: `Value ( ${token} ) for parameter NextToken is invalid. The token is invalid.`,
      });
    }
  });

  it("is not given together with ids", async () => {
    const [id = ""] = idsOf(await read({ MaxResults: 5 }));
    await expect(read({ NetworkInterfaceIds: [id], MaxResults: 5 })).rejects.toMatchObject({
      name: "InvalidParameterCombination",
    });
  });
});
