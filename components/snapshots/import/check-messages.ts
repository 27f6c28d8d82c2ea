import type { DocumentCheck } from "./check-document";

export interface CheckQuestion {
  id: number;
  file: Blob;
}

export type CheckAnswer = { kind: "ready" } | { kind: "checked"; id: number; check: DocumentCheck };
