import { describe, expect, it } from "vitest";
import { MAX_MATRIX_CELLS, MAX_MATRIX_DESTINATIONS, MAX_REACHED_BY } from "@/lib/contract/limits";
import type { Matrix } from "@/lib/contract/reachability/matrix";
import { aFunction } from "@/lib/testing/builders/functions";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { withDatabase } from "@/lib/testing/with-database";
import { demoReachability } from "./test-api/demo-reachability.test-builder";

withDatabase("the matrix of what reaches what", (database) => {
  const { vpcId, single, matrix, reachedBy } = demoReachability(database);

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
});
