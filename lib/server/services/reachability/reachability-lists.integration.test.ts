import { describe, expect, it } from "vitest";
import { openVpc } from "@/lib/core/reachability/cases/open-vpc.test-builder";
import { aFunction, functionArn } from "@/lib/testing/builders/functions";
import { anEgressOnlyInternetGateway } from "@/lib/testing/builders/gateways";
import { aCapture, aFullCapture, deniedCalls } from "@/lib/testing/builders/snapshot";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { withDatabase } from "@/lib/testing/with-database";
import { demoReachability } from "./test-api/demo-reachability.test-builder";

withDatabase("what reaches what", (database) => {
  const { sandbox, vpcId, single, matrix, reachedBy, reaches, ways, targets } = demoReachability(database);

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
      const { networkInterfaces } = sandbox().regionWorld();
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
      const throughOf = (key: string) => {
        const through = found.items.find(({ target }) => target.key === key)?.through;
        return through && [through.kind, ...through.gateways.map(({ name }) => name)];
      };
      expect([...keys, "service:secretsmanager"].map(throughOf)).toEqual([
        ["NAT gateway", "prod-nat-a", "prod-nat-b"],
        ["endpoint", "prod-s3"],
        ["peering connection", "prod-to-data"],
        null,
        ["endpoint", "prod-secretsmanager"],
      ]);
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
      const all = await matrix.ask({ snapshotId });
      const column = all.destinations.findIndex(({ key }) => key === "internet:ipv6");
      const verdicts = all.connections.map((one, row) => [one.functionNames[0], all.verdicts[row]?.[column]]);
      expect(new Map(verdicts as [string, string][])).toEqual(
        new Map([
          ["dual", "reachable"],
          ["four", "unreachable"],
        ]),
      );
      const pings = await matrix.ask({ snapshotId, protocol: "icmp" });
      expect(pings.destinations.map(({ key }) => key)).not.toContain("internet:ipv6");
    });

    it("says what is not known where a verdict hangs on it", async () => {
      const VpcConfig = { VpcId: "vpc-1", SubnetIds: ["subnet-1a"], SecurityGroupIds: ["sg-1"] };
      const Functions = [aFunction({ FunctionName: "lone", FunctionArn: functionArn("lone"), VpcConfig })];
      const routes = [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }];
      const coverage = deniedCalls("DescribeNatGateways");
      const capture = aCapture({ ...openVpc(1, { routes }), Functions }, { coverage });
      const snapshotId = await storeSnapshot(database(), [capture], "2020-01-06T00:00:00.000Z");
      const [internet] = (await reaches.ask({ snapshotId, functionName: "lone" })).items;
      expect(internet).toMatchObject({
        verdict: "unknown",
        codes: [],
        unknownCodes: ["NOT_EVALUATED_UNREAD"],
      });
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
      expect(await targets.refusal({ limit: "5001" })).toMatchObject({ status: 400, field: "limit" });
      expect(await targets.refusal({ functionName: "nobody" })).toMatchObject({ status: 404 });
    });
  });
});
