import { describe, expect, it } from "vitest";
import { subnetsWords } from "./subnets-words";

const at = (subnetId: string | null, verdict: "reachable" | "unreachable" | "mixed" | "unknown") => ({
  subnetId,
  verdict,
});
const words = (...subnets: ReturnType<typeof at>[]) =>
  subnetsWords(subnets, (id) => (id === "subnet-2" ? "prod-b" : null));

describe("from which subnets a target is reached", () => {
  it("is not said where there is one subnet or none", () => {
    expect([words(), words(at("subnet-1", "unreachable"))]).toEqual(["", ""]);
  });

  it("is the same from all, or not from those named", () => {
    expect(words(at("subnet-1", "reachable"), at("subnet-2", "reachable"))).toBe(
      "the same from all 2 subnets",
    );
    expect(
      words(
        at("subnet-1", "reachable"),
        at("subnet-2", "unreachable"),
        at("subnet-3", "unknown"),
        at(null, "mixed"),
      ),
    ).toBe("not from prod-b, subnet-3 (unknown) and outside (mixed)");
  });
});
