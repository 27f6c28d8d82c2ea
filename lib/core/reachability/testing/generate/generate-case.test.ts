import { describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { namedAnswer } from "../naive/names/named-answer";
import { ENDS } from "./features/ends.test-builder";
import { generateCase } from "./generate-case";

const NETWORKS = 250;
/** Some ways are rare: until then each has to be met. */
const MOST_NETWORKS = 1000;
const QUESTIONS = 20;

describe("generated networks", () => {
  it("are the same from the same seed", () => {
    expect(generateCase(7, QUESTIONS)).toEqual(generateCase(7, QUESTIONS));
    expect(generateCase(7, QUESTIONS)).not.toEqual(generateCase(8, QUESTIONS));
  });

  it("let a quarter to a half of the packets through and stop the others in every way", () => {
    const verdicts = { reachable: 0, unreachable: 0, unknown: 0, mixed: 0 };
    const reasons = new Set<string>();
    const missing = new Set(ENDS);
    for (let seed = 1; seed <= NETWORKS || (missing.size > 0 && seed <= MOST_NETWORKS); seed += 1) {
      const { captures, questions } = generateCase(seed, QUESTIONS);
      const network = buildNetwork({ captures });
      for (const question of questions) {
        const answer = namedAnswer(network, question);
        verdicts[answer.verdict] += 1;
        for (const reason of answer.reasons.filter((one) => !reasons.has(one))) {
          reasons.add(reason);
          for (const end of missing) if (reason.startsWith(end)) missing.delete(end);
        }
      }
    }
    const asked = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
    expect(verdicts.reachable / asked).toBeGreaterThan(0.25);
    expect(verdicts.reachable / asked).toBeLessThan(0.5);
    expect(verdicts.unknown / asked).toBeGreaterThan(0.05);
    expect(verdicts.mixed).toBeGreaterThan(5);
    expect([...missing]).toEqual([]);
  });
});
