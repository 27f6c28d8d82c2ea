import { EC2Client, RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_COMPARED_VERDICTS } from "@/lib/contract/limits";
import { flowQuestion } from "@/lib/contract/reachability/flow-question";
import { verdictComparison } from "@/lib/contract/reachability/verdict-comparison";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { evaluateReachability } from "../../reachability/evaluate-reachability";
import { awaitSnapshot } from "../await-snapshot";
import { collectSnapshot } from "../collect-snapshot";
import { createSnapshot } from "../create-snapshot";
import { getNetwork } from "../get-network";
import { bodyOf } from "../snapshots.test-builder";
import { compareVerdicts, requireComparable } from "./compare-verdicts";

withDatabase("the verdicts of two snapshots", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  let beforeId: string;
  let afterId: string;
  const group = (name: string) => {
    const found = sandbox.regionWorld().securityGroups.find(({ GroupName }) => GroupName === name);
    if (found?.GroupId === undefined) throw new Error(`The scenario has no group ${name}.`);
    return { id: found.GroupId, vpcId: found.VpcId };
  };
  const read = async () => (await collectSnapshot(app.request(), { source: "live" }, false)).id;
  const compare = async (id: string, other: string, vpcId?: string) =>
    verdictComparison.parse(
      await compareVerdicts(app.request(), { id, query: { with: other, ...(vpcId && { vpcId }) } }),
    );

  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    beforeId = await read();
    const ec2 = new EC2Client({ endpoint, region, credentials });
    const rule = {
      IpProtocol: "tcp",
      FromPort: 5432,
      ToPort: 5432,
      UserIdGroupPairs: [{ GroupId: group("etl-functions").id }],
    };
    await ec2.send(
      new RevokeSecurityGroupIngressCommand({ GroupId: group("orders-db").id, IpPermissions: [rule] }),
    );
    ec2.destroy();
    afterId = await read();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  it("differ for exactly the connections that a removed rule let through, and for nothing else", async () => {
    const { network } = await getNetwork({ ctx: app.request(), snapshotId: beforeId });
    const etl = [...network.connections.values()]
      .filter(({ securityGroupIds }) => securityGroupIds.includes(group("etl-functions").id))
      .map(({ id }) => id);
    expect(etl.length).toBeGreaterThan(0);
    const { items, total, compared, notCompared } = await compare(afterId, beforeId);
    const facts = items.map(({ connection, target, before, after, kind }) => [
      connection.connectionId,
      target.key,
      before,
      after,
      kind,
    ]);
    expect(facts).toEqual(etl.sort().map((id) => [id, "db:orders-db", "reachable", "unreachable", "lost"]));
    expect(items.every(({ connection }) => connection.functionNames.length > 0)).toBe(true);
    expect(total).toBe(etl.length);
    expect(compared.connections).toBe(network.connections.size);
    expect(compared.verdicts).toBeGreaterThan(9 * network.connections.size);
    expect(notCompared).toEqual({ connections: 0, targets: 0 });
  });

  it("are what the single question answers in each of the two", async () => {
    const { items } = await compare(afterId, beforeId);
    expect(items).not.toEqual([]);
    for (const { connection, target, before, after } of items) {
      const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = connection;
      const source = { connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack } };
      const { destination, protocol, port } = target;
      const ask = async (snapshotId: string) => {
        const input = flowQuestion.parse({ snapshotId, source, destination, protocol, port });
        return (await evaluateReachability({ ctx: app.request(), input })).verdict;
      };
      expect([await ask(beforeId), await ask(afterId)]).toEqual([before, after]);
    }
  });

  it("are gained when looked at the other way round", async () => {
    const { items } = await compare(beforeId, afterId);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(["gained"]));
  });

  it("are compared for one VPC alone where one is named", async () => {
    const all = await compare(afterId, beforeId);
    const data = await compare(afterId, beforeId, group("etl-functions").vpcId);
    expect(data.items).toEqual(all.items);
    const prod = await compare(afterId, beforeId, group("orders-functions").vpcId);
    expect(prod.items).toEqual([]);
    expect(prod.compared.verdicts).toBeGreaterThan(0);
    expect(prod.compared.verdicts + data.compared.verdicts).toBeLessThanOrEqual(all.compared.verdicts);
    await expect(compare(afterId, beforeId, "vpc-0123")).rejects.toMatchObject({
      code: "not_found",
      field: "vpcId",
    });
  });

  it("do not differ between a snapshot and itself", async () => {
    const same = await compare(afterId, afterId);
    expect(same).toMatchObject({ items: [], total: 0, notCompared: { connections: 0, targets: 0 } });
    expect(same.compared.verdicts).toBeGreaterThan(0);
  });

  it("say nothing of a connection or a target that only one of the two has", async () => {
    const documents = [{ path: "DescribeVpcs.json", content: { Vpcs: [] } }];
    const body = JSON.stringify({ source: "import", name: "empty", documents });
    const { id } = await createSnapshot(app.request(), {
      body: bodyOf(body),
      bodyBytes: body.length,
      isAsync: false,
    });
    const { network } = await getNetwork({ ctx: app.request(), snapshotId: afterId });
    for (const [one, other] of [
      [id, afterId],
      [afterId, id],
    ] as const)
      expect(await compare(one, other)).toMatchObject({
        items: [],
        compared: { connections: 0, verdicts: 0 },
        notCompared: { connections: network.connections.size },
      });
  });

  it("cannot be compared where a snapshot is not there, or not ready", async () => {
    await expect(compare("nowhere", beforeId)).rejects.toMatchObject({ code: "not_found", field: "id" });
    await expect(compare(afterId, "nowhere")).rejects.toMatchObject({ code: "not_found", field: "with" });
    await sandbox.control("POST", "faults", {
      kind: "latency",
      operation: "ec2:DescribeVpcs",
      latencyMs: 1_000,
    });
    const { id } = await collectSnapshot(app.request(), { source: "live" }, true);
    await expect(compare(id, beforeId)).rejects.toMatchObject({ code: "conflict", field: "id" });
    await expect(compare(afterId, id)).rejects.toMatchObject({ code: "conflict", field: "with" });
    await sandbox.control("DELETE", "faults");
    await awaitSnapshot(app.request(), id);
  });

  it("are refused where they are too many, with what to ask instead", () => {
    expect(() => {
      requireComparable(MAX_COMPARED_VERDICTS, undefined);
    }).not.toThrow();
    expect(() => {
      requireComparable(MAX_COMPARED_VERDICTS + 1, undefined);
    }).toThrow(
      expect.objectContaining({ code: "too_large", nextStep: "Ask about one VPC (vpcId)." }) as Error,
    );
  });
});
