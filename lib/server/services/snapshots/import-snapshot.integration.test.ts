import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_IMPORT_BYTES } from "@/lib/contract/limits";
import { snapshotSummary, type SnapshotSummary } from "@/lib/contract/snapshots";
import { parseDocuments } from "@/lib/core/network/import/parse-documents";
import {
  hasRecordings,
  recordedAccounts,
  recordedDocuments,
  recordingsFolder,
} from "@/lib/testing/recordings";
import { withDatabase } from "@/lib/testing/with-database";
import { readBody } from "../../http/request/read-body";
import { loadCaptures } from "../../store/snapshot-store/load-captures";
import { createSnapshot } from "./create-snapshot";
import { deleteSnapshot } from "./delete-snapshot";
import { getNetwork } from "./get-network";
import { listSnapshots } from "./list-snapshots";
import { bodyOf, startSnapshotsContext, type SnapshotsContext } from "./snapshots.test-builder";

const folders = recordedAccounts(["batfish", "np-guard", "cloud-custodian"]);

/** Counted from the files alone: the length of every list under a top-level key. */
function countLists(documents: { content: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { content } of documents) {
    for (const [key, value] of Object.entries(JSON.parse(content) as Record<string, unknown>)) {
      if (Array.isArray(value)) counts[key] = (counts[key] ?? 0) + value.length;
    }
  }
  return counts;
}

/** A body of at least so many bytes, a megabyte at a time: one document with security groups. */
function* largeBody(bytes: number): Generator<Buffer> {
  yield Buffer.from(
    '{"source":"import","name":"large","documents":[{"path":"DescribeSecurityGroups.json","content":{"SecurityGroups":[',
  );
  const group = (index: number) =>
    JSON.stringify({
      GroupId: `sg-${index.toString(16).padStart(17, "0")}`,
      GroupName: `group ${String(index)}`,
      VpcId: "vpc-00000000000000001",
      OwnerId: "111122223333",
      Description: "x".repeat(700),
      IpPermissions: [
        { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "10.0.0.0/8" }] },
      ],
    });
  let written = 0;
  let index = 0;
  while (written < bytes) {
    const groups = Array.from({ length: 60 }, () => group(index++));
    const text = Buffer.from(`${written === 0 ? "" : ","}${groups.join(",")}`);
    written += text.byteLength;
    yield text;
  }
  yield Buffer.from("]}}]}");
}

function streamed(parts: Generator<Buffer>): Request {
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = parts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
  const headers = { "content-type": "application/json" };
  // `duplex` is required for a stream as body and is missing from TypeScript's own types.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body: stream, headers, duplex: "half" };
  return new Request("http://127.0.0.1/api/snapshots", init);
}

describe("the recordings", () => {
  it("are there, or the tests below say that they did not run", () => {
    if (!hasRecordings)
      process.stdout.write(`no recordings at ${recordingsFolder}: importing them was not tested\n`);
    expect(hasRecordings || process.env["CI"] !== "true").toBe(true);
  });
});

withDatabase("imports", (database) => {
  let test: SnapshotsContext;
  beforeAll(async () => {
    const nowhere = {
      url: "http://127.0.0.1:1",
      region: "eu-west-1",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
    };
    test = await startSnapshotsContext(database(), nowhere);
  });
  afterAll(() => test.stop());

  const importText = (text: string, isAsync = false) =>
    createSnapshot(test.ctx, { body: bodyOf(text), bodyBytes: text.length, isAsync });
  const importDocuments = (documents: object[], name = "recorded") =>
    importText(JSON.stringify({ source: "import", name, documents }));

  it.runIf(hasRecordings)(
    "load every recording with nothing lost",
    async () => {
      for (const folder of folders) {
        const documents = recordedDocuments(folder);
        const snapshot = await importDocuments(documents, folder);
        expect(snapshotSummary.parse(snapshot)).toMatchObject({
          name: folder,
          source: "import",
          status: "ready",
        });
        expect(snapshot.counts, folder).toEqual(countLists(documents));
        const { captures } = parseDocuments(documents, { capturedAt: snapshot.capturedAt });
        const plain = JSON.parse(JSON.stringify(captures)) as unknown[];
        const loaded = await loadCaptures(database(), snapshot.id);
        expect(loaded).toHaveLength(plain.length);
        expect(loaded).toEqual(expect.arrayContaining(plain));
      }
      expect(folders.length).toBeGreaterThan(20);
    },
    120_000,
  );

  it("leave names with HTML and quotes as they are", async () => {
    const value = `<script>alert("1")</script> & 'x'`;
    const Vpcs = [{ VpcId: "vpc-1", Tags: [{ Key: "Name", Value: value }] }];
    const { id } = await importDocuments([{ path: "DescribeVpcs.json", content: { Vpcs } }], value);
    const { network, snapshot } = await getNetwork({ ctx: test.ctx, snapshotId: id });
    expect(snapshot.name).toBe(value);
    expect(network.vpcs.get("vpc-1")?.resource.Tags).toEqual([{ Key: "Name", Value: value }]);
  });

  it("say that an id stands twice", async () => {
    const Vpcs = [{ VpcId: "vpc-1" }, { VpcId: "vpc-1" }];
    const { warnings } = await importDocuments([{ content: { Vpcs } }]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "duplicate-id", resourceId: "vpc-1" }));
  });

  it.each([
    [
      "a document that is not JSON",
      JSON.stringify({
        source: "import",
        name: "x",
        documents: [{ path: "a/DescribeVpcs.json", content: '{"Vpcs": [\n{]}' }],
      }),
      {
        field: "documents",
        message: expect.stringMatching(/a\/DescribeVpcs\.json, line 2, column 2/) as unknown,
      },
    ],
    [
      "a body that is not JSON",
      '{"source": "import",\n "name": }',
      { message: expect.stringMatching(/line 2, column 10/) as unknown },
    ],
    ["an empty body", "", {}],
    ["no name", '{"source":"import","documents":[{"content":"{}"}]}', { field: "name" }],
    ["no documents", '{"source":"import","name":"x","documents":[]}', { field: "documents" }],
    ["no source", '{"name":"x"}', { field: "source" }],
  ])("refuse %s, naming it, and leave nothing behind", async (_what, text, expected) => {
    const before = (await listSnapshots(test.ctx)).items.length;
    await expect(importText(text)).rejects.toMatchObject({ code: "invalid_request", ...expected });
    expect((await listSnapshots(test.ctx)).items).toHaveLength(before);
  });

  it("load 100 MB with progress, and leave the event loop free", async () => {
    const progress: SnapshotSummary[] = [];
    const watching = new AbortController();
    const events = test.ctx.events.subscribe({ topics: ["snapshots"], signal: watching.signal });
    const watched = (async () => {
      for await (const { payload } of events)
        if (payload.topic === "snapshots") progress.push(payload.snapshot);
    })();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const body = readBody(streamed(largeBody(100 * 1024 * 1024)), MAX_IMPORT_BYTES);
    const snapshot = await createSnapshot(test.ctx, { body, bodyBytes: 100 * 1024 * 1024, isAsync: false });
    delay.disable();
    watching.abort();
    await watched;
    expect(snapshot).toMatchObject({ status: "ready" });
    expect(snapshot.counts["SecurityGroups"]).toBeGreaterThan(100_000);
    expect(progress.filter((one) => (one.progress?.bytesDone ?? 0) > 0).length).toBeGreaterThan(1);
    // Not the longest: on a busy machine that is somebody else's time.
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
    await deleteSnapshot(test.ctx, snapshot.id);
  }, 180_000);

  it("refuse more than 256 MiB as soon as it is read, and leave nothing behind", async () => {
    const before = (await listSnapshots(test.ctx)).items.length;
    const body = readBody(streamed(largeBody(300 * 1024 * 1024)), MAX_IMPORT_BYTES);
    await expect(createSnapshot(test.ctx, { body, isAsync: false })).rejects.toMatchObject({
      code: "too_large",
    });
    expect((await listSnapshots(test.ctx)).items).toHaveLength(before);
  }, 120_000);
});
