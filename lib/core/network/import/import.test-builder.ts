import type { Capture } from "../snapshot";
import { parseDocuments, type ImportDocument, type ImportResult } from "./parse-documents";

export const capturedAt = "2026-01-02T03:04:05.000Z";

export function importOf(...documents: ImportDocument[]): ImportResult {
  return parseDocuments(documents, { capturedAt });
}

export function only({ captures }: ImportResult): Capture {
  const [capture] = captures;
  if (!capture || captures.length > 1) throw new Error(`expected one capture, not ${captures.length}`);
  return capture;
}

export function codes({ warnings }: ImportResult): string[] {
  return warnings.map(({ code }) => code);
}

export const at = (name: string) => `111122223333/eu-west-1/${name}.json`;
