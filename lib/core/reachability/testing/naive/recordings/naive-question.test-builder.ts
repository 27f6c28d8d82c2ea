import { readFileSync } from "node:fs";
import path from "node:path";
import { recordingsFolder } from "@/lib/testing/recordings";
import type { NaiveQuestion } from "../question";

/** Casts of what it gives are safe enough: a wrong shape fails the assertions. */
export function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(recordingsFolder, name), "utf8"));
}

export const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1 };

export function ask(
  question: Partial<NaiveQuestion> & Pick<NaiveQuestion, "source" | "destination">,
): NaiveQuestion {
  return { protocol: 6, sourcePort: 49152, port: 0, icmp: { type: 8, code: 0 }, ...question };
}
