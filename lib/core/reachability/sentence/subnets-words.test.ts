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
    const alike = (...ids: string[]) => words(...ids.map((id) => at(id, "reachable")));
    expect(alike("subnet-1", "subnet-2")).toBe("the same from both subnets");
    expect(alike("subnet-1", "subnet-2", "subnet-3")).toBe("the same from all 3 subnets");
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
