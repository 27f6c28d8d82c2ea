import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { MAX_MATRIX_CELLS, MAX_MATRIX_DESTINATIONS, MAX_REACHED_BY } from "@/lib/contract/limits";
import type { Matrix } from "@/lib/contract/reachability/matrix";
import { nameTag } from "@/lib/core/network/name-tag";
import { openVpc } from "@/lib/core/reachability/cases/open-vpc.test-builder";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { anEgressOnlyInternetGateway } from "@/lib/testing/builders/gateways";
import { aCapture, aFullCapture } from "@/lib/testing/builders/snapshot";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { evaluateReachability } from "./evaluate-reachability";
import { evaluateReachabilityMatrix } from "./evaluate-reachability-matrix";
import { listReachedBy } from "./list-reached-by";
import { listReaches } from "./list-reaches";
import { listTargets } from "./list-targets";
import { listWays } from "./list-ways";
import { scriptFor } from "./reachability-api.test-builder";

withDatabase("what reaches what", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    await app.collect();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  const server = () => app.request();
  const single = scriptFor(
    endpoints.evaluateReachability,
    ({ ctx, body }) => evaluateReachability({ ctx, input: body }),
    server,
  );
  const matrix = scriptFor(
    endpoints.evaluateReachabilityMatrix,
    ({ ctx, body }) => evaluateReachabilityMatrix({ ctx, input: body }),
    server,
  );
  const reachedBy = scriptFor(
    endpoints.listReachedBy,
    ({ ctx, body }) => listReachedBy({ ctx, input: body }),
    server,
  );
  const reaches = scriptFor(
    endpoints.listReaches,
    ({ ctx, query }) => listReaches({ ctx, input: query }),
    server,
  );
  const ways = scriptFor(endpoints.listWays, ({ ctx, query }) => listWays({ ctx, input: query }), server);
  const targets = scriptFor(
    endpoints.listTargets,
    ({ ctx, query }) => listTargets({ ctx, input: query }),
    server,
  );
  const vpcId = (name: string) =>
    sandbox.regionWorld().vpcs.find((one) => nameTag(one) === name)?.VpcId ?? "";
  const rowOf = ({ connections, verdicts }: Matrix, functionName: string) =>
    verdicts[connections.findIndex(({ functionNames }) => functionNames.includes(functionName))];

  describe("the matrix", () => {
    it("has a row per connection and a column per known target, each cell as the single question answers", async () => {
      const found = await matrix.ask({});
      expect(found.connections.length).toBeGreaterThan(8);
      expect(found.destinations.map(({ key }) => key)).toEqual(
        expect.arrayContaining(["internet", "service:s3", "db:orders-db", "cache:sessions-redis"]),
      );
      expect(found.verdicts).toHaveLength(found.connections.length);
      for (const [
        row,
        { subnetIds, securityGroupIds, ipv6AllowedForDualStack },
      ] of found.connections.entries()) {
        const source = { connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack } };
        for (const [column, { destination, protocol, port }] of found.destinations.entries()) {
          const { verdict } = await single.ask({ source, destination, protocol, port });
          expect([row, column, found.verdicts[row]?.[column]]).toEqual([row, column, verdict]);
        }
      }
      expect(new Set(found.verdicts.flat())).toEqual(new Set(["reachable", "unreachable", "mixed"]));
    });

    it("is of one VPC where one is named, with the data stores of that VPC and of its peer", async () => {
      const found = await matrix.ask({ vpcId: vpcId("prod-vpc") });
      expect(new Set(found.connections.map((connection) => connection.vpcId))).toEqual(
        new Set([vpcId("prod-vpc")]),
      );
      expect(
        rowOf(found, "orders-api")?.[found.destinations.findIndex(({ key }) => key === "db:orders-db")],
      ).toBe("reachable");
      const staging = await matrix.ask({ vpcId: vpcId("staging-vpc") });
      expect(staging.destinations.map(({ key }) => key)).not.toContain("db:orders-db");
    });

    it("asks about the destinations that are named, on their own ports or on the one that is asked for", async () => {
      const destinations = [
        { dbInstanceIdentifier: "orders-db" },
        { cidr: "10.40.0.0/16" },
        { service: "sns" },
      ];
      const own = await matrix.ask({ destinations });
      expect(own.destinations.map(({ label, protocol, port }) => [label, protocol, port])).toEqual([
        ["orders-db", "tcp", 5432],
        ["10.40.0.0/16", "tcp", null],
        ["sns", "tcp", 443],
      ]);
      expect(rowOf(own, "orders-api")?.[0]).toBe("reachable");
      expect(rowOf(own, "payments-capture")?.[0]).toBe("unreachable");
      const ssh = await matrix.ask({ destinations, port: 22 });
      expect(ssh.destinations.map(({ port }) => port)).toEqual([22, 22, 22]);
      expect(rowOf(ssh, "orders-api")?.[0]).toBe("unreachable");
      const range = await matrix.ask({ destinations, port: { from: 5432, to: 5433 } });
      expect(rowOf(range, "orders-api")?.[0]).toBe("mixed");
    });

    it.each<[string, object, object]>([
      ["no destination", { destinations: [] }, { status: 400, field: "destinations" }],
      [
        "too many destinations",
        { destinations: Array(MAX_MATRIX_DESTINATIONS + 1).fill({ internet: true }) },
        { status: 400, field: "destinations" },
      ],
      [
        "an unknown database",
        { destinations: [{ internet: true }, { dbInstanceIdentifier: "no-db" }] },
        { status: 404, field: "destinations[1].dbInstanceIdentifier" },
      ],
      [
        "host bits",
        { destinations: [{ cidr: "10.0.0.1/8" }] },
        { status: 400, field: "destinations[0].cidr" },
      ],
      [
        "an unknown member",
        { destinations: [{ ip: "10.0.0.1" }] },
        { status: 400, field: "destinations[0]" },
      ],
      ["a reversed range", { port: { from: 2, to: 1 } }, { status: 400, field: "port" }],
      ["a port of ICMP", { protocol: "icmp", port: 1 }, { status: 400, field: "port" }],
      ["a protocol above 255", { protocol: 300 }, { status: 400, field: "protocol" }],
      ["an unknown VPC", { vpcId: "vpc-0" }, { status: 404, field: "vpcId" }],
      ["an unknown snapshot", { snapshotId: "none" }, { status: 404, field: "snapshotId" }],
      ["what no matrix has", { ports: 1 }, { status: 400, code: "invalid_request" }],
    ])("refuses %s, naming the field", async (_name, question, expected) => {
      expect(await matrix.refusal(question)).toMatchObject(expected);
    });

    it("refuses more verdicts than it gives, as reached-by does, before it begins", async () => {
      const count = MAX_REACHED_BY + 1;
      const functions = Array.from({ length: count }, (_, index) =>
        aFunction({
          FunctionName: `fn-${index}`,
          FunctionArn: `arn:aws:lambda:eu-west-1:111122223333:function:fn-${index}`,
          VpcConfig: { VpcId: "vpc-1", SubnetIds: ["subnet-1"], SecurityGroupIds: [`sg-${index}`] },
        }),
      );
      const capture = aCapture({ Functions: functions });
      const snapshotId = await storeSnapshot(database(), [capture], "2020-01-03T00:00:00.000Z");
      const destinations = Array(MAX_MATRIX_DESTINATIONS).fill({ internet: true });
      expect(await matrix.refusal({ snapshotId, destinations })).toMatchObject({
        status: 413,
        code: "too_large",
        field: "destinations",
        message: `${count} connections times ${MAX_MATRIX_DESTINATIONS} destinations are more than ${MAX_MATRIX_CELLS} verdicts.`,
      });
      expect(await reachedBy.refusal({ snapshotId, destination: { internet: true } })).toMatchObject({
        status: 413,
        code: "too_large",
        field: "vpcId",
      });
    });
  });

  describe("who reaches a database", () => {
    it("is told for each connection, with what stands in the way", async () => {
      const { target, items } = await reachedBy.ask({ destination: { dbInstanceIdentifier: "orders-db" } });
      expect(target).toMatchObject({ key: "db:orders-db", protocol: "tcp", port: 5432 });
      const rowsOf = (name: string) =>
        items.find(({ connection }) => connection.functionNames.includes(name));
      expect(rowsOf("orders-api")).toMatchObject({ verdict: "reachable", codes: [] });
      expect(rowsOf("payments-capture")).toMatchObject({
        verdict: "unreachable",
        codes: ["ENI_SG_RULES_MISMATCH"],
      });
    });

    it("is told for an interface, with the ports that get through", async () => {
      const { networkInterfaces } = sandbox.regionWorld();
      const own = networkInterfaces.find(({ Description }) => Description === "RDSNetworkInterface");
      const destination = { networkInterfaceId: own?.NetworkInterfaceId };
      const { target, items } = await reachedBy.ask({ destination, vpcId: vpcId("data-vpc") });
      expect(target).toMatchObject({ kind: "network-interface", port: null, vpcId: own?.VpcId });
      expect(items.map(({ connection }) => connection.vpcId)).toEqual([vpcId("data-vpc")]);
      expect(items.flatMap(({ subnets }) => subnets).map(({ allowed }) => allowed)).toContainEqual([
        { protocol: "tcp", ports: [{ from: 5432, to: 5432 }] },
      ]);
    });

    it("is refused for what there is not", async () => {
      const destination = { networkInterfaceId: "eni-0" };
      expect(await reachedBy.refusal({ destination })).toMatchObject({
        status: 404,
        field: "destination.networkInterfaceId",
      });
      expect(await reachedBy.refusal({})).toMatchObject({ status: 400, field: "destination" });
    });
  });

  describe("what a function reaches", () => {
    it("is told with the public addresses of the NAT gateways that its packets leave by", async () => {
      const found = await reaches.ask({ functionName: "orders-api" });
      const verdictOf = (key: string) => found.items.find(({ target }) => target.key === key)?.verdict;
      const keys = ["internet", "service:s3", "db:orders-db", "db:catalog-db"];
      expect(keys.map(verdictOf)).toEqual(["reachable", "reachable", "reachable", "unreachable"]);
      expect(found.publicAddresses).toMatchObject([
        { address: "34.241.17.203", resourceId: expect.stringMatching(/^nat-/) as string },
        { address: "52.16.88.41" },
      ]);
      expect(found.publicAddresses.flatMap(({ subnetIds }) => subnetIds)).toHaveLength(2);
    });

    it("is told with the peers of its VPC, by name and account, and what they hold among the items", async () => {
      const { peers, items } = await reaches.ask({ functionName: "orders-api" });
      expect(peers).toEqual([
        {
          vpcId: vpcId("data-vpc"),
          name: "data-vpc",
          accountId: "123456789012",
          via: expect.stringMatching(/^pcx-/) as string,
          cidrs: ["10.40.0.0/16"],
        },
      ]);
      expect(items.some(({ target }) => target.vpcId === peers[0]?.vpcId)).toBe(true);
      expect((await reaches.ask({ functionName: "warehouse-sync" })).peers).toEqual([]);
    });

    it("names no address where nothing gets out, or where AWS's own network is used", async () => {
      const blocked = await reaches.ask({ functionName: "pricing-rules" });
      expect(blocked.items.map(({ verdict }) => verdict)).not.toContain("reachable");
      expect(blocked.publicAddresses).toEqual([]);
      const outside = await reaches.ask({ functionName: "warehouse-sync" });
      expect(outside).toMatchObject({ vpcId: null, publicAddresses: [] });
      expect(outside.items.find(({ target }) => target.kind === "internet")?.verdict).toBe("reachable");
    });

    it("is told of the internet over IPv6 apart, with the function's own addresses, for a dual-stack function", async () => {
      const VpcConfig = { VpcId: "vpc-1", SubnetIds: ["subnet-1a", "subnet-1b"], SecurityGroupIds: ["sg-1"] };
      const aDual = (FunctionName: string, Ipv6AllowedForDualStack: boolean) =>
        aFunction({
          FunctionName,
          FunctionArn: functionArn(FunctionName),
          VpcConfig: { ...VpcConfig, Ipv6AllowedForDualStack },
        });
      const routes = [{ DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" }];
      const network = openVpc(1, { routes, a: { eni: { InterfaceType: "lambda" } } });
      const capture = aFullCapture({
        ...network,
        EgressOnlyInternetGateways: [anEgressOnlyInternetGateway()],
        Functions: [aDual("dual", true), aDual("four", false)],
      });
      const snapshotId = await storeSnapshot(database(), [capture], "2020-01-05T00:00:00.000Z");
      const found = await reaches.ask({ snapshotId, functionName: "dual" });
      expect(found.items.slice(0, 2).map(({ target, verdict }) => [target.label, verdict])).toEqual([
        ["Internet", "unreachable"],
        ["Internet over IPv6", "reachable"],
      ]);
      expect(found.publicAddresses).toEqual([]);
      expect(found.publicIpv6Addresses).toEqual([
        { address: "2600:1f18:100:1::10", resourceId: "eni-1a", subnetIds: ["subnet-1a"] },
        // No interface of the function is there yet.
        { address: "2600:1f18:100:2::/64", resourceId: "subnet-1b", subnetIds: ["subnet-1b"] },
      ]);
      const four = await reaches.ask({ snapshotId, functionName: "four" });
      expect(four.items.map(({ target }) => target.key)).not.toContain("internet:ipv6");
      expect(four.publicIpv6Addresses).toEqual([]);
    });

    it("is refused for a function that there is not", async () => {
      expect(await reaches.refusal({ functionName: "nobody" })).toMatchObject({
        status: 404,
        field: "functionName",
      });
    });
  });

  describe("the ways of a connection", () => {
    const connectionOf = async (functionName: string) =>
      (await matrix.ask({})).connections.find(({ functionNames }) => functionNames.includes(functionName))
        ?.connectionId ?? "";

    it("give for each target what its function's list gives, from each subnet, with the hops", async () => {
      const found = await ways.ask({ connectionId: await connectionOf("orders-api") });
      const { items, connectionId } = await reaches.ask({ functionName: "orders-api" });
      expect(connectionId).toBe(found.connection.connectionId);
      expect(found.items.map(({ target, verdict }) => [target.key, verdict])).toEqual(
        items.map(({ target, verdict }) => [target.key, verdict]),
      );
      const internet = found.items.find(({ target }) => target.kind === "internet");
      expect(internet?.ways.map(({ subnetId }) => subnetId)).toEqual(found.connection.subnetIds);
      expect(internet?.ways[0]?.forward.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(["nat-gateway", "internet-gateway", "internet"]),
      );
      const blocked = found.items.find(({ target }) => target.key === "db:catalog-db");
      expect(blocked?.ways[0]?.reasons).toMatchObject([{ code: "ENI_SG_RULES_MISMATCH" }]);
      expect(Object.values(found.owners)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^vpce-/) as string]),
      );
    });

    it("are refused for a connection that there is not", async () => {
      expect(await ways.refusal({ connectionId: "conn-0" })).toMatchObject({
        status: 404,
        field: "connectionId",
      });
    });
  });

  describe("the targets to pick from", () => {
    it("are everything with a name, what is everywhere and in the function's VPC first", async () => {
      const { items, total } = await targets.ask({ functionName: "etl-orders-extract" });
      expect(items).toHaveLength(total);
      expect(new Set(items.map(({ kind }) => kind))).toEqual(
        new Set(["internet", "service", "db-instance", "cache-cluster", "load-balancer", "instance"]),
      );
      const places = items.map((item) =>
        item.vpcId === null ? 0 : item.vpcId === vpcId("data-vpc") ? 1 : 2,
      );
      expect(places).toEqual([...places].sort());
      expect(items).toContainEqual(
        expect.objectContaining({ label: "shop-internal", kind: "load-balancer", port: 80 }),
      );
    });

    it("can each be asked about", async () => {
      for (const { destination, protocol, port } of (await targets.ask({})).items) {
        const question = { source: { functionName: "orders-api" }, destination, protocol };
        await expect(single.ask({ ...question, ...(port !== null && { port }) })).resolves.toHaveProperty(
          "verdict",
        );
      }
    });

    it("are found by a part of their names, and cut where there are too many", async () => {
      const found = await targets.ask({ q: "ORDERS" });
      expect(found.items.map(({ key }) => key)).toEqual(["db:orders-db"]);
      const few = await targets.ask({ limit: "2" });
      expect([few.items.length, few.total > 2]).toEqual([2, true]);
      expect(await targets.refusal({ limit: "501" })).toMatchObject({ status: 400, field: "limit" });
      expect(await targets.refusal({ functionName: "nobody" })).toMatchObject({ status: 404 });
    });
  });
});
