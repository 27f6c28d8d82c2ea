import { describe, expect, it } from "vitest";
import { createSandboxClock } from "../../clock";
import { loadScenario } from "../load-scenario";

const NOW = Date.UTC(2026, 10, 21);
const build = () => loadScenario("hybrid", createSandboxClock({ speed: 1, realNow: () => NOW }));

describe("the hybrid scenario", () => {
  it("is the same world every time", () => {
    expect(build()).toEqual(build());
  });
});
