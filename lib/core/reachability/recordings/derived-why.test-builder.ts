import { z } from "zod";
import type { Blocker } from "./expectation.test-builder";
import { blockerOf } from "./fact-words.test-builder";

/** `["sg-ingress", ["sg-…"]]`, `["blackhole", "rtb-…", "0.0.0.0/0"]`: a word and what it is about. */
export const derivedWhySchema = z.tuple([z.string()], z.union([z.string(), z.array(z.string())])).nullable();

export function derivedWhy(
  why: z.infer<typeof derivedWhySchema>,
  direction: Blocker["direction"],
): Blocker[] {
  if (!why) return [];
  const [word, ...named] = why;
  return [blockerOf(word, named.flat(), direction)];
}
