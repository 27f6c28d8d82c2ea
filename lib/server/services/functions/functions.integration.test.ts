import { beforeAll, describe, expect, it } from "vitest";
import { functionDetail, functionList } from "@/lib/contract/functions";
import { aFunction, aFunctionState, functionArn } from "@/lib/testing/builders/functions";
import { aCapture, aFullCapture, CAPTURED_AT, deniedCalls } from "@/lib/testing/builders/snapshot";
import {
  aLambdaInterface,
  aRouteTable,
  aSecurityGroup,
  aSubnet,
  aVpc,
  named,
} from "@/lib/testing/builders/vpc-resources";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import type { RequestContext } from "../../context";
import { getFunction } from "./get-function";
import { listFunctions } from "./list-functions";

const ireland = aFullCapture({
  Vpcs: [aVpc({ Tags: named("prod") })],
  Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2", AvailabilityZone: "eu-west-1b" })],
  RouteTables: [
    aRouteTable({ Routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "active" }] }),
  ],
  SecurityGroups: [aSecurityGroup()],
  NetworkInterfaces: [aLambdaInterface()],
  Functions: [
    aFunction({
      VpcConfig: { SubnetIds: ["subnet-2", "subnet-1"], SecurityGroupIds: ["sg-1"] },
      MemorySize: 128.5,
    }),
    aFunction({ FunctionName: "billing", Description: "Pays bills" }),
    aFunction({ FunctionName: "free", VpcConfig: { SubnetIds: [], SecurityGroupIds: [], VpcId: "" } }),
    aFunction({ FunctionName: "shared" }),
    aFunction({ FunctionArn: `${functionArn("billing")}:10`, FunctionName: "billing", Version: "10" }),
    aFunction({
      FunctionArn: `${functionArn("billing")}:9`,
      FunctionName: "billing",
      Version: "9",
      VpcConfig: undefined,
    }),
  ],
  FunctionStates: [
    aFunctionState({ State: "Inactive", StateReasonCode: "Idle" }),
    aFunctionState({ FunctionName: "free", ReadAt: "yesterday" }),
  ],
});
const virginia = aFullCapture(
  {
    Functions: [
      aFunction({
        FunctionName: "shared",
        FunctionArn: functionArn("shared", "111122223333", "us-east-1"),
        VpcConfig: undefined,
      }),
    ],
  },
  { region: "us-east-1" },
);

withDatabase("functions", (database) => {
  let ctx: RequestContext;
  const list = (query: Record<string, string>) =>
    listFunctions({ ctx, input: { limit: 200, ...query } }).then((answer) => functionList.parse(answer));
  const names = async (query: Record<string, string>) =>
    (await list(query)).items.map(({ functionName }) => functionName);
  const get = (name: string, snapshotId?: string) =>
    getFunction({ ctx, input: { name, snapshotId } }).then((answer) => functionDetail.parse(answer));

  beforeAll(async () => {
    ctx = createTestContext({ database: database() });
    await storeSnapshot(database(), [ireland, virginia]);
  });

  describe("listFunctions", () => {
    it("gives functions by name, with what the network knows of them", async () => {
      const { items, total, gaps } = await list({});
      expect(items.map(({ functionName }) => functionName)).toEqual([
        "billing",
        "free",
        "orders",
        "shared",
        "shared",
      ]);
      expect(total).toBe(5);
      expect(gaps).toEqual([]);
      expect(items[2]).toMatchObject({
        functionArn: functionArn("orders"),
        state: "Inactive",
        stateReasonCode: "Idle",
        stateReadAt: CAPTURED_AT,
        vpcConfig: { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] },
        vpcName: "prod",
        subnetKinds: ["private"],
        availabilityZones: ["eu-west-1a", "eu-west-1b"],
        operationId: null,
      });
      expect(items[0]).toMatchObject({ state: null, stateReadAt: null });
      expect(items[1]).toMatchObject({
        vpcConfig: null,
        connectionId: null,
        stateReadAt: null,
        subnetKinds: [],
      });
    });

    it.each([
      [{ q: "BILL" }, ["billing"]],
      [{ q: "pays bills" }, ["billing"]],
      [{ q: "subnet-2 prod" }, ["orders"]],
      [{ q: "us-east-1" }, ["shared"]],
      [{ q: "nothing" }, []],
      [{ vpcId: "none" }, ["free", "shared"]],
      [{ vpcId: "vpc-1", q: "orders" }, ["orders"]],
      [{ state: "Inactive" }, ["orders"]],
      [{ state: "unknown", q: "billing" }, ["billing"]],
    ])("finds by %j", async (query, found) => {
      expect(await names(query)).toEqual(found);
    });

    it("gives every function once, page by page", async () => {
      const seen: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page = await listFunctions({ ctx, input: { limit: 2, ...(cursor && { cursor }) } });
        seen.push(...page.items.map(({ functionArn: arn }) => arn));
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    });

    it.each(["x", Buffer.from('{"a":1}').toString("base64url")])("refuses the cursor %j", async (cursor) => {
      await expect(list({ cursor })).rejects.toMatchObject({ code: "invalid_request", field: "cursor" });
    });

    it("names the calls that AWS refused", async () => {
      const denied = aCapture({ Functions: [aFunction()] }, { coverage: deniedCalls("DescribeSubnets") });
      const snapshotId = await storeSnapshot(database(), [denied], "2020-01-01T00:00:00.000Z");
      const { items, gaps } = await list({ snapshotId });
      expect(items[0]?.subnetKinds).toEqual(["unknown"]);
      expect(gaps.find(({ call }) => call === "DescribeSubnets")?.message).toContain("UnauthorizedOperation");
    });
  });

  describe("getFunction", () => {
    it("tells how a function is connected", async () => {
      const found = await get("orders");
      expect(found).toMatchObject({
        memorySize: null,
        vpc: { vpcId: "vpc-1", name: "prod", cidrBlocks: ["10.0.0.0/16"] },
        stateExplanation: { summary: expect.stringContaining("Inactive") as string },
        networkInterfaces: [{ networkInterfaceId: "eni-1", subnetId: "subnet-1" }],
        gaps: [],
      });
      expect(found.subnets.map(({ kind, kindReason }) => [kind, kindReason])).toEqual([
        ["private", "0.0.0.0/0 → nat-1 in rtb-1 (main)"],
        ["private", "0.0.0.0/0 → nat-1 in rtb-1 (main)"],
      ]);
      expect(found.securityGroups[0]).toMatchObject({ groupId: "sg-1", rulesKnown: true, functionCount: 3 });
    });

    it("lists its interfaces with who shares them, and its versions in the order of their numbers", async () => {
      const found = await get("billing");
      expect(found.networkInterfaces).toMatchObject([
        { networkInterfaceId: "eni-1", sharedBy: ["billing", "billing:10", "orders", "shared"] },
      ]);
      expect(found.versions.map(({ version, vpcConfig }) => [version, vpcConfig?.vpcId ?? null])).toEqual([
        ["9", null],
        ["10", "vpc-1"],
      ]);
      expect(found.gaps).toEqual([]);
    });

    it("has no VPC, subnets or interfaces outside a VPC", async () => {
      expect(await get("free")).toMatchObject({
        vpc: null,
        subnets: [],
        networkInterfaces: [],
        securityGroups: [],
      });
    });

    it("does not know the interfaces where they were not read", async () => {
      const snapshotId = await storeSnapshot(
        database(),
        [aCapture({ Functions: [aFunction()] })],
        "2020-01-02T00:00:00.000Z",
      );
      const found = await get("orders", snapshotId);
      expect(found.networkInterfaces).toBeNull();
      expect(found.securityGroups).toMatchObject([{ groupId: "sg-1", rulesKnown: false, rules: [] }]);
      expect(found.gaps.map(({ call }) => call)).toContain("DescribeNetworkInterfaces");
      await expect(get("nobody", snapshotId)).rejects.toMatchObject({ code: "not_found", field: "name" });
    });

    it("asks for the ARN where several functions have the name", async () => {
      await expect(get("shared")).rejects.toMatchObject({
        code: "ambiguous_name",
        candidates: [functionArn("shared"), functionArn("shared", "111122223333", "us-east-1")],
      });
      expect((await get(functionArn("shared"))).region).toBe("eu-west-1");
    });
  });
});
