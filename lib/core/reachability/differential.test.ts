import { describe, expect, it } from "vitest";
import { compare, describeDisagreement } from "./testing/differential/compare";

const pairs = Number(process.env["MOORING_DIFFERENTIAL_PAIRS"] ?? 3000);
const seed = Number(process.env["MOORING_DIFFERENTIAL_SEED"] ?? 1);

describe("the engine and the naive evaluator", () => {
  it(`agree on ${pairs} generated packets from seed ${seed} on`, () => {
    const { pairs: asked, verdicts, disagreements } = compare(pairs, seed);
    const where = disagreements.map((one) => one.seed).join(", ") || "none";
    const told = `${asked} pairs from seed ${seed}, ${JSON.stringify(verdicts)}, disagree at ${where}`;
    process.stdout.write(`differential: ${told}\n`);
    // The first five say enough; each of them is shrunk.
    expect(disagreements.slice(0, 5).map(describeDisagreement).join("\n\n")).toBe("");
    expect(asked).toBeGreaterThanOrEqual(pairs);
  }, 3_600_000);
});
