import {
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcsCommand,
  DescribeVpnConnectionsCommand,
  EC2Client,
  SearchTransitGatewayRoutesCommand,
} from "@aws-sdk/client-ec2";
import { DescribeDBInstancesCommand, RDSClient } from "@aws-sdk/client-rds";
import { GetFunctionCommand, LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxCaller, startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { HYBRID_ACCOUNTS } from "./hybrid-accounts";

let sandbox: TestSandbox;
let home: EC2Client;
/** The network account, by its role. */
let network: EC2Client;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "hybrid" });
  home = new EC2Client(sandbox.clientConfig("readOnly"));
  network = new EC2Client(await assume("network", "mooring-read"));
});
afterAll(() => sandbox.close());

/** What a client of an account is built with, after assuming one of its roles. */
async function assume(
  account: keyof typeof HYBRID_ACCOUNTS,
  role: string,
  caller: SandboxCaller = "readOnly",
) {
  const config = sandbox.clientConfig(caller);
  const { Credentials } = await new STSClient(config).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${HYBRID_ACCOUNTS[account]}:role/${role}`,
      RoleSessionName: "a-test",
    }),
  );
  return {
    ...config,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    },
  };
}

async function vpcId(name: string, client = home): Promise<string> {
  const { Vpcs } = await client.send(
    new DescribeVpcsCommand({ Filters: [{ Name: "tag:Name", Values: [name] }] }),
  );
  return Vpcs?.[0]?.VpcId ?? "none";
}

async function attachmentOf(name: string) {
  const { TransitGatewayAttachments } = await network.send(
    new DescribeTransitGatewayAttachmentsCommand({
      Filters: [{ Name: "resource-id", Values: [await vpcId(name)] }],
    }),
  );
  return TransitGatewayAttachments?.[0];
}

/** Destination, type, state and resource type of a transit gateway table's routes. */
async function transitRoutes(tableName: string): Promise<string[]> {
  const { TransitGatewayRouteTables } = await network.send(
    new DescribeTransitGatewayRouteTablesCommand({ Filters: [{ Name: "tag:Name", Values: [tableName] }] }),
  );
  const { Routes } = await network.send(
    new SearchTransitGatewayRoutesCommand({
      TransitGatewayRouteTableId: TransitGatewayRouteTables?.[0]?.TransitGatewayRouteTableId,
      Filters: [{ Name: "state", Values: ["active", "blackhole"] }],
    }),
  );
  return (Routes ?? []).map((route) =>
    [
      route.DestinationCidrBlock,
      route.Type,
      route.State,
      ...(route.TransitGatewayAttachments ?? []).map((target) => target.ResourceType),
    ].join(" "),
  );
}

describe("the accounts of hybrid", () => {
  it("see the same transit gateway, and only its owner its tables", async () => {
    const { TransitGateways } = await home.send(new DescribeTransitGatewaysCommand({}));
    expect(TransitGateways).toMatchObject([{ OwnerId: HYBRID_ACCOUNTS.network, State: "available" }]);
    const tables = await home.send(new DescribeTransitGatewayRouteTablesCommand({}));
    expect(tables.TransitGatewayRouteTables).toEqual([]);
    const owned = await network.send(new DescribeTransitGatewayRouteTablesCommand({}));
    expect(owned.TransitGatewayRouteTables).toHaveLength(2);
  });

  it("are entered by roles that their callers may assume, and by no others", async () => {
    await expect(assume("network", "mooring-operate")).rejects.toMatchObject({ name: "AccessDenied" });
    const operator = await assume("shared", "mooring-operate", "operator");
    const { DBInstances } = await new RDSClient(operator).send(new DescribeDBInstancesCommand({}));
    expect(DBInstances).toMatchObject([{ DBInstanceIdentifier: "orders-db" }]);
  });
});

describe("the transit gateway of hybrid", () => {
  it("routes production to shared services, the head office and the way out, and drops the old data centre", async () => {
    expect(await transitRoutes("prod")).toEqual([
      "0.0.0.0/0 static active vpc",
      "10.30.0.0/16 propagated active vpc",
      "10.66.0.0/16 static blackhole",
      "192.168.0.0/16 propagated active vpn",
    ]);
  });

  it("routes shared services to everybody, and over the peering to the other region", async () => {
    expect(await transitRoutes("shared")).toEqual([
      "10.20.0.0/16 propagated active vpc",
      "10.21.0.0/16 propagated active vpc",
      "10.30.0.0/16 propagated active vpc",
      "10.50.0.0/16 static active peering",
      "192.168.0.0/16 propagated active vpn",
    ]);
  });

  it("has an attachment without a table, and one without a subnet in zone c", async () => {
    expect(await attachmentOf("batch-vpc")).not.toHaveProperty("Association");
    expect(await attachmentOf("prod-vpc")).toHaveProperty("Association.State", "associated");
    const { TransitGatewayVpcAttachments } = await home.send(
      new DescribeTransitGatewayVpcAttachmentsCommand({
        Filters: [{ Name: "vpc-id", Values: [await vpcId("prod-vpc")] }],
      }),
    );
    const { NetworkInterfaces } = await home.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [
          { Name: "interface-type", Values: ["transit_gateway"] },
          { Name: "vpc-id", Values: [await vpcId("prod-vpc")] },
        ],
      }),
    );
    expect(TransitGatewayVpcAttachments?.[0]?.SubnetIds).toHaveLength(2);
    expect(NetworkInterfaces?.map((eni) => eni.AvailabilityZone)).toEqual(["eu-west-1a", "eu-west-1b"]);
  });
});

describe("the VPCs of hybrid", () => {
  it("follow a route that is a blackhole, or one that a virtual private gateway put there", async () => {
    const routesOf = async (name: string, prefix: string) => {
      const { RouteTables } = await home.send(
        new DescribeRouteTablesCommand({ Filters: [{ Name: "tag:Name", Values: [`${name}-private`] }] }),
      );
      return RouteTables?.[0]?.Routes?.filter((route) => route.DestinationCidrBlock?.startsWith(prefix));
    };
    expect(await routesOf("prod-vpc", "192.")).toMatchObject([{ State: "active" }]);
    expect(await routesOf("legacy-vpc", "10.0.0.0")).toMatchObject([{ State: "blackhole" }]);
    expect(await routesOf("branch-vpc", "172.20.")).toMatchObject([
      { Origin: "EnableVgwRoutePropagation", State: "active" },
    ]);
    const { VpnConnections } = await network.send(new DescribeVpnConnectionsCommand({}));
    expect(VpnConnections?.[0]?.VgwTelemetry?.map((tunnel) => tunnel.Status)).toEqual(["UP", "DOWN"]);
  });

  it("hold functions in two regions, all of them active", async () => {
    const near = new LambdaClient(sandbox.clientConfig("readOnly"));
    const { Functions } = await near.send(new ListFunctionsCommand({}));
    expect(Functions?.map((fn) => fn.FunctionName)).toEqual(
      expect.arrayContaining([
        "orders-api",
        "orders-export",
        "nightly-batch",
        "legacy-export",
        "branch-sync",
      ]),
    );
    const far = new LambdaClient({ ...sandbox.clientConfig("readOnly"), region: "eu-central-1" });
    const { Configuration } = await far.send(new GetFunctionCommand({ FunctionName: "reporting-daily" }));
    expect(Configuration?.State).toBe("Active");
  });

  it("have analyses declared for a path that works and for one that does not", () => {
    const { insightsResults } = sandbox.regionWorld().transit;
    expect(insightsResults.map((result) => result.answer.NetworkPathFound)).toEqual([true, false]);
    for (const { source, destination } of insightsResults) {
      expect([source, destination]).toEqual([
        expect.stringMatching(/^eni-0[0-9a-f]{16}$/),
        expect.stringMatching(/^arn:aws:ec2:eu-west-1:345678901234:network-interface\/eni-0[0-9a-f]{16}$/),
      ]);
    }
  });
});
