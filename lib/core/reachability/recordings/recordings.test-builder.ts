import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { hasRecordings, recordedDocuments, recordingsFolder } from "@/lib/testing/recordings";
import { buildNetwork } from "../../network/build-network";
import { parseDocuments, type ImportDocument } from "../../network/import/parse-documents";
import type { Network } from "../../network/network";

const capturedAt = "2026-01-02T03:04:05.000Z";

/** Tests over recordings; where there are none, a line says how many facts were not checked, and CI fails. */
export function describeRecordings(name: string, facts: number, tests: () => void): void {
  describe(name, () => {
    it("have recordings to be checked on", () => {
      if (!hasRecordings)
        process.stdout.write(`no recordings at ${recordingsFolder}: ${facts} ${name} not checked\n`);
      expect(hasRecordings || process.env["CI"] !== "true").toBe(true);
    });
    if (hasRecordings) tests();
  });
}

export function readRecorded<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(path.join(recordingsFolder, file), "utf8")));
}

export function listRecorded(folder: string): string[] {
  return readdirSync(path.join(recordingsFolder, folder)).sort();
}

/** The network of a recorded account, as the app itself imports it. `more` lies over it, with paths from its folder. */
export function networkOf(folder: string, more: readonly ImportDocument[] = []): Network {
  const documents = recordedDocuments(folder);
  const place = path.posix.dirname(documents[0]?.path ?? "");
  const added = more.map((document) => ({ ...document, path: `${place}/${document.path ?? ""}` }));
  const { captures } = parseDocuments([...documents, ...added], { capturedAt });
  return buildNetwork({ captures });
}
