import { expect, it } from "vitest";
import { generateCase } from "../generate-case";
import { FILTERS } from "./filters.test-builder";
import { QUESTIONS } from "./questions.test-builder";
import { ROUTES } from "./routes.test-builder";
import { SERVICES } from "./services.test-builder";

const NETWORKS = 500;
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
