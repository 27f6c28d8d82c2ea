import { expect, it } from "vitest";
import { generateCase } from "../generate-case";
import { ASKED_WORDS } from "./asked-words.test-builder";
import { ENDS } from "./ends.test-builder";
import { FILTERS } from "./filters.test-builder";
import { QUESTIONS } from "./questions.test-builder";
import { ROUTES } from "./routes.test-builder";
import { SERVICES } from "./services.test-builder";
import { WORDS } from "./words.test-builder";

const NETWORKS = 1000;
const FEATURES = [...QUESTIONS, ...FILTERS, ...ROUTES, ...SERVICES];

it(`each of ${FEATURES.length} features is in several of the first ${NETWORKS} networks`, () => {
  const counts = new Map(FEATURES.map(({ name }) => [name, 0]));
  for (let seed = 1; seed <= NETWORKS; seed += 1) {
    const generated = generateCase(seed, 20);
    for (const { name, isIn } of FEATURES) if (isIn(generated)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  expect(counts.size).toBe(FEATURES.length);
  expect([...counts].filter(([, count]) => count < 3)).toEqual([]);
});

it("every word of what the engine evaluates is covered by features that are counted and ends that are met", () => {
  const counted = new Set([...FEATURES.map(({ name }) => name), ...ENDS]);
  const missing = Object.values({ ...ASKED_WORDS, ...WORDS })
    .flat()
    .filter((name) => !counted.has(name));
  expect(missing).toEqual([]);
});
