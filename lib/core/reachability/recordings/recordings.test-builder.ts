import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { buildNetwork } from "../../network/build-network";
import { parseDocuments, type ImportDocument } from "../../network/import/parse-documents";
import type { Network } from "../../network/network";

const projectRoot = fileURLToPath(new URL("../../../../", import.meta.url));
const recordings = path.resolve(projectRoot, process.env["MOORING_RECORDINGS"] ?? "../shared/data");
const isPresent = existsSync(recordings);
const capturedAt = "2026-01-02T03:04:05.000Z";

/** Tests over recordings; where there are none, a line says how many facts were not checked, and CI fails. */
export function describeRecordings(name: string, facts: number, tests: () => void): void {
  describe(name, () => {
    it("have recordings to be checked on", () => {
      if (!isPresent) process.stdout.write(`no recordings at ${recordings}: ${facts} ${name} not checked\n`);
      expect(isPresent || process.env["CI"] !== "true").toBe(true);
    });
    if (isPresent) tests();
  });
}

export function readRecorded<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(path.join(recordings, file), "utf8")));
}

export function listRecorded(folder: string): string[] {
  return readdirSync(path.join(recordings, folder)).sort();
}

/** The network of a recorded account, as the app itself imports it. `more` lies over it, with paths from its folder. */
export function networkOf(folder: string, more: readonly ImportDocument[] = []): Network {
  const documents = documentsIn(folder);
  const place = path.posix.dirname(documents[0]?.path ?? "");
  const added = more.map((document) => ({ ...document, path: `${place}/${document.path ?? ""}` }));
  const { captures } = parseDocuments([...documents, ...added], { capturedAt });
  return buildNetwork({ captures });
}

function documentsIn(folder: string): ImportDocument[] {
  return readdirSync(path.join(recordings, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({
      path: path.posix.join(folder, ...name.split(path.sep)),
      content: readFileSync(path.join(recordings, folder, name), "utf8"),
    }));
}
