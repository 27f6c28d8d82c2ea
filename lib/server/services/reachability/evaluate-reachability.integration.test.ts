import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { nameTag } from "@/lib/core/network/name-tag";
import { aFunction } from "@/lib/testing/builders/functions";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { hasRecordings, recordedDocuments } from "@/lib/testing/recordings";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { withDatabase } from "@/lib/testing/with-database";
import { createSnapshot } from "../snapshots/create-snapshot";
import { bodyOf } from "../snapshots/snapshots.test-builder";
import { demoReachability } from "./test-api/demo-reachability.test-builder";

withDatabase("POST /api/reachability", (database) => {
  const { server, sandbox, single } = demoReachability(database);
  const { ask, refusal, send } = single;
  const toDatabase = { destination: { dbInstanceIdentifier: "orders-db" }, protocol: "tcp", port: 5432 };
  const toInternet = { destination: { internet: true }, protocol: "tcp", port: 443 };
  const from = (functionName: string) => ({ source: { functionName } });
  const groupId = (name: string) =>
    sandbox()
      .regionWorld()
      .securityGroups.find(({ GroupName }) => GroupName === name)?.GroupId ?? "";
  const subnetId = (name: string) =>
    sandbox()
      .regionWorld()
      .subnets.find((one) => nameTag(one) === name)?.SubnetId ?? "";
  const connection = (subnets: string[], groups: string[]) => ({
    source: { connection: { subnetIds: subnets.map(subnetId), securityGroupIds: groups.map(groupId) } },
  });

  it("answers a script, which sends no origin, with the way there and back in each subnet", async () => {
    const answer = await ask({ ...from("orders-api"), ...toDatabase });
    expect(answer.verdict).toBe("reachable");
    expect(answer.traces.map((trace) => trace.subnetId).sort()).toEqual(
      [subnetId("prod-private-a"), subnetId("prod-private-b")].sort(),
    );
    for (const trace of answer.traces) {
      expect(trace.forward.map(({ kind }) => kind)).toContain("vpc-peering-connection");
      expect(trace.return.map(({ kind }) => kind)).toContain("vpc-peering-connection");
      expect(trace.witness).toMatchObject({ protocol: 6, destinationPort: 5432 });
    }
  });

  it("names the group that lacks a rule", async () => {
    const answer = await ask({ ...from("payments-capture"), ...toDatabase });
    expect(answer.verdict).toBe("unreachable");
    expect(answer.traces[0]?.explanations).toMatchObject([
      { code: "ENI_SG_RULES_MISMATCH", resourceId: groupId("orders-db") },
    ]);
  });

  it("answers for a function that is in no VPC, and for the connection that it might get", async () => {
    expect(await ask({ ...from("warehouse-sync"), ...toDatabase })).toMatchObject({
      verdict: "unreachable",
      traces: [{ explanations: [{ code: "DISCONNECTED_VPCS" }] }],
    });
    const planned = connection(["prod-private-a", "prod-private-b"], ["orders-functions"]);
    expect((await ask({ ...planned, ...toDatabase })).verdict).toBe("reachable");
    const inPublic = connection(["prod-public-a", "prod-private-b"], ["orders-functions"]);
    expect(await ask({ ...inPublic, ...toInternet })).toMatchObject({
      verdict: "mixed",
      explanations: [{ code: "SUBNETS_ROUTE_DIFFERENTLY" }],
    });
  });

  it("refuses another site, as every path does", async () => {
    const question = { ...from("orders-api"), ...toInternet };
    expect((await send(question, { origin: "http://evil.test" })).status).toBe(403);
    expect((await send(question, { origin: "http://127.0.0.1:3000" })).status).toBe(200);
  });

  describe("refuses, naming the field", () => {
    const base = { ...from("orders-api"), ...toInternet };
    const toCidr = (cidr: string) => ({ destination: { cidr } });
    it.each<[string, object, string]>([
      ["a reversed range", { port: { from: 443, to: 80 } }, "port"],
      ["a port above 65535", { port: 65_536 }, "port"],
      ["a range that ends above it", { port: { from: 1, to: 70_000 } }, "port.to"],
      ["a negative port", { port: -1 }, "port"],
      ["half a port", { port: 80.5 }, "port"],
      ["a port by its name", { port: "https" }, "port"],
      ["a reversed range of the sender's", { sourcePort: { from: 2, to: 1 } }, "sourcePort"],
      ["a protocol above 255", { protocol: 256, port: 1 }, "protocol"],
      ["an unknown protocol", { protocol: "sctp" }, "protocol"],
      ["no protocol", { protocol: undefined }, "protocol"],
      ["a port for a protocol that has none", { protocol: "icmp" }, "port"],
      ["a port for all protocols", { protocol: "all" }, "port"],
      ["an ICMP type above 255", { protocol: "icmp", port: undefined, icmp: { type: 256 } }, "icmp.type"],
      ["an ICMP type of TCP", { icmp: { type: 8 } }, "icmp"],
      ["ICMPv6 to an IPv4 address", { protocol: 58, port: undefined, ...toCidr("10.0.0.1") }, "protocol"],
      ["a malformed CIDR", toCidr("10.0.0.0/33"), "destination.cidr"],
      ["half an address", toCidr("10.0.0"), "destination.cidr"],
      ["an address with leading zeros too many", toCidr("10.0.0.0000/24"), "destination.cidr"],
      ["an empty CIDR", toCidr(""), "destination.cidr"],
      ["host bits", toCidr("10.0.0.1/24"), "destination.cidr"],
      ["host bits in IPv6", toCidr("2001:db8::1/64"), "destination.cidr"],
      ["host bits of the source", { source: { cidr: "10.1.2.3/8" } }, "source.cidr"],
      [
        "two address families",
        { source: { cidr: "203.0.113.9" }, ...toCidr("2001:db8::1") },
        "destination.cidr",
      ],
      ["an unknown member of the source", { source: { lambda: "orders-api" } }, "source"],
      ["two sources", { source: { functionName: "orders-api", cidr: "10.0.0.1" } }, "source"],
      ["an empty source", { source: {} }, "source"],
      ["a source that is none", { source: "orders-api" }, "source"],
      ["an unknown member of the destination", { destination: { host: "example.com" } }, "destination"],
      ["an empty destination", { destination: {} }, "destination"],
      ["an internet that is not", { destination: { internet: false } }, "destination.internet"],
      ["a service that is no name", { destination: { service: "S3 please" } }, "destination.service"],
      [
        "a connection without subnets",
        { source: { connection: { subnetIds: [], securityGroupIds: ["sg-1"] } } },
        "source.connection.subnetIds",
      ],
      [
        "a connection of 17 subnets",
        {
          source: {
            connection: { subnetIds: Array<string>(17).fill("subnet-1"), securityGroupIds: ["sg-1"] },
          },
        },
        "source.connection.subnetIds",
      ],
    ])("%s", async (_name, changes, field) => {
      expect(await refusal({ ...base, ...changes })).toMatchObject({
        status: 400,
        code: "invalid_request",
        field,
      });
    });

    it("what no question has", async () => {
      expect(await refusal({ ...base, ports: 443 })).toMatchObject({
        status: 400,
        field: "ports",
        message: "The request has unknown members: ports.",
      });
    });

    it("subnets of two VPCs in one connection", async () => {
      const source = connection(["prod-private-a", "staging-private-a"], ["orders-functions"]);
      expect(await refusal({ ...base, ...source })).toMatchObject({
        status: 400,
        field: "source.connection.subnetIds",
      });
    });

    it.each<[string, object, string]>([
      ["function", { source: { functionName: "nobody" } }, "source.functionName"],
      ["interface", { source: { networkInterfaceId: "eni-0" } }, "source.networkInterfaceId"],
      ["instance", { source: { instanceId: "i-0" } }, "source.instanceId"],
      [
        "interface as destination",
        { destination: { networkInterfaceId: "eni-0" } },
        "destination.networkInterfaceId",
      ],
      ["instance as destination", { destination: { instanceId: "i-0" } }, "destination.instanceId"],
      ["database", { destination: { dbInstanceIdentifier: "no-db" } }, "destination.dbInstanceIdentifier"],
      ["cache", { destination: { cacheClusterId: "no-cache" } }, "destination.cacheClusterId"],
      ["load balancer", { destination: { loadBalancerArn: "arn:aws:x" } }, "destination.loadBalancerArn"],
      ["function as destination", { destination: { functionName: "nobody" } }, "destination.functionName"],
      [
        "subnet of a connection",
        { source: { connection: { subnetIds: ["subnet-0"], securityGroupIds: ["sg-0"] } } },
        "source.connection.subnetIds[0]",
      ],
      [
        "database, asked about from a function in no VPC",
        { ...from("warehouse-sync"), destination: { dbInstanceIdentifier: "no-db" } },
        "destination.dbInstanceIdentifier",
      ],
      ["snapshot", { snapshotId: "no-snapshot" }, "snapshotId"],
      ["snapshot of an id's form", { snapshotId: randomUUID() }, "snapshotId"],
    ])("an unknown %s", async (_name, changes, field) => {
      expect(await refusal({ ...base, ...changes })).toMatchObject({ status: 404, code: "not_found", field });
    });

    it("a group of a connection that is not there", async () => {
      const { source } = connection(["prod-private-a"], ["orders-functions"]);
      const securityGroupIds = [...source.connection.securityGroupIds, "sg-0"];
      const changes = { source: { connection: { ...source.connection, securityGroupIds } } };
      expect(await refusal({ ...base, ...changes })).toMatchObject({
        status: 404,
        field: "source.connection.securityGroupIds[1]",
      });
    });
  });

  it("asks for the ARN where a name means several functions", async () => {
    const regions = ["eu-west-1", "us-east-1"];
    const arns = regions.map((region) => `arn:aws:lambda:${region}:111122223333:function:shared`);
    const captures = regions.map((region, index) =>
      aCapture({ Functions: [aFunction({ FunctionName: "shared", FunctionArn: arns[index] })] }, { region }),
    );
    const snapshotId = await storeSnapshot(database(), captures, "2020-01-01T00:00:00.000Z");
    expect(await refusal({ snapshotId, ...from("shared"), ...toInternet })).toMatchObject({
      status: 409,
      code: "ambiguous_name",
      field: "source.functionName",
      candidates: arns,
    });
  });

  it("says which call is missing where what is asked for was not read", async () => {
    const snapshotId = await storeSnapshot(
      database(),
      [aCapture({ Functions: [aFunction()] })],
      "2020-01-02T00:00:00.000Z",
    );
    const { status, nextStep } = await refusal({
      snapshotId,
      ...from("orders"),
      ...toInternet,
      destination: { dbInstanceIdentifier: "orders-db" },
    });
    expect([status, nextStep]).toEqual([404, "rds.DescribeDBInstances was not read."]);
  });

  it.runIf(hasRecordings)("answers on an imported recording as was recorded", async () => {
    const documents = recordedDocuments("reach/same-subnet__ssh");
    const text = JSON.stringify({ source: "import", name: "ssh", documents });
    const body = bodyOf(text);
    const { id } = await createSnapshot(server(), { body, bodyBytes: text.length, isAsync: false });
    const source = { instanceId: "i-0aa70000000000031" };
    const question = { snapshotId: id, source, destination: { instanceId: "i-0aa70000000000032" } };
    const ssh = await ask({ ...question, protocol: "tcp", port: 22 });
    expect([ssh.snapshotId, ssh.verdict]).toEqual([id, "reachable"]);
    expect((await ask({ ...question, protocol: "tcp", port: 443 })).verdict).toBe("unreachable");
    expect(await ask({ ...question, protocol: "tcp", port: { from: 20, to: 30 } })).toMatchObject({
      verdict: "mixed",
      traces: [{ allowed: [{ protocol: "tcp", ports: [{ from: 22, to: 22 }] }] }],
    });
  });
});
