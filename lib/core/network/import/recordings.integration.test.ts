import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  hasRecordings,
  recordedAccounts,
  recordedDocuments,
  recordingsFolder,
} from "@/lib/testing/recordings";
import { buildNetwork } from "../build-network";
import { classifySubnet } from "../routing/classify-subnet";
import type { Network } from "../network";
import { isJsonObject } from "./json/conform";
import { parseDocuments, type ImportDocument, type ImportResult } from "./parse-documents";

const capturedAt = "2026-01-02T03:04:05.000Z";
const folders = recordedAccounts(["batfish", "np-guard", "cloud-custodian", "reach"]);
const overlays = hasRecordings ? readdirSync(path.join(recordingsFolder, "lambda-overlays")) : [];

/** Counted from the files alone: the length of every list under a top-level key. */
function countLists(documents: { content: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { content } of documents) {
    const parsed: unknown = JSON.parse(content);
    if (!isJsonObject(parsed)) continue;
    for (const [key, value] of Object.entries(parsed)) {
      if (Array.isArray(value)) counts[key] = (counts[key] ?? 0) + value.length;
    }
  }
  return counts;
}

function importFolder(documents: ImportDocument[]): { result: ImportResult; network: Network } {
  const result = parseDocuments(documents, { capturedAt });
  return { result, network: buildNetwork({ captures: result.captures }) };
}

/** Items that arrived somewhere, be it as resources or among what Mooring does not know. */
function itemsKept({ captures }: ImportResult): number {
  return captures.reduce((sum, { resources, unknown }) => {
    const known = Object.entries(resources).map(([key, items]) =>
      // An answer about one subject is one item that holds the list.
      /Routes$|Associations$|Propagations$|Entries$/.test(key)
        ? items.flatMap((item) => Object.values(item).filter(Array.isArray)).flat().length
        : items.length,
    );
    const others = Object.values(unknown).filter(Array.isArray);
    return sum + known.reduce((a, b) => a + b, 0) + others.flat().length;
  }, 0);
}

describe("the recordings", () => {
  it("are there, or the tests below say that they did not run", () => {
    if (!hasRecordings)
      process.stdout.write(`no recordings at ${recordingsFolder}: their import was not tested\n`);
    expect(hasRecordings || process.env["CI"] !== "true").toBe(true);
  });

  it.runIf(hasRecordings)("are all found", () => {
    expect(folders.length).toBeGreaterThan(30);
  });

  it.each(folders)("%s is imported without loss", (folder) => {
    const documents = recordedDocuments(folder);
    const { result } = importFolder(documents);
    const counts = countLists(documents);
    expect(result.counts).toEqual(counts);
    expect(itemsKept(result)).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  });

  it.each(folders)("%s builds a network whose resources all have ids", (folder) => {
    const { network } = importFolder(recordedDocuments(folder));
    for (const index of Object.values(network)) {
      if (!(index instanceof Map)) continue;
      expect(
        [...index.keys()].filter((id) => typeof id !== "string" || /undefined|null|^$/.test(id)),
      ).toEqual([]);
    }
    for (const subnetId of network.subnets.keys()) {
      const { kind, reason } = classifySubnet(network, subnetId);
      expect(["public", "private", "isolated", "unknown"]).toContain(kind);
      expect(reason).not.toMatch(/undefined|null/);
    }
  });

  it.each(folders)("%s names only warnings that a person can follow", (folder) => {
    const { result } = importFolder(recordedDocuments(folder));
    for (const { code, message } of result.warnings) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(message).not.toMatch(/undefined|\[object/);
    }
  });

  it.each(overlays)("the functions of %s lie over its recorded network", (overlay) => {
    const parsed: unknown = JSON.parse(
      readFileSync(path.join(recordingsFolder, "lambda-overlays", overlay), "utf8"),
    );
    if (!isJsonObject(parsed) || !isJsonObject(parsed["_meta"])) throw new Error("an overlay names its base");
    const documents = recordedDocuments(String(parsed["_meta"]["base_snapshot"]));
    const folder = path.posix.dirname(documents[0]?.path ?? "");
    const { result, network } = importFolder([
      ...documents,
      { path: `${folder}/ListFunctions.json`, content: JSON.stringify(parsed["ListFunctions"]) },
      {
        path: `${folder}/DescribeNetworkInterfaces_2.json`,
        content: { NetworkInterfaces: parsed["AddNetworkInterfaces"] },
      },
    ]);
    expect(result.captures).toHaveLength(1);
    expect(network.functions.size).toBeGreaterThan(0);
    expect([...network.connections.values()].map(({ vpcId }) => network.vpcs.has(vpcId ?? ""))).not.toContain(
      false,
    );
  });

  it.runIf(hasRecordings)("of several accounts become one capture per account and region", () => {
    const { result } = importFolder(recordedDocuments("batfish/test-multi-account"));
    expect(result.captures.map(({ accountId, region }) => [accountId, region])).toEqual([
      ["111", "us-west-1"],
      ["222", "us-west-2"],
    ]);
  });
});
