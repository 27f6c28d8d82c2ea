import { describe, expect, it } from "vitest";
import { kindCount } from "./kind-label";

describe("kindCount", () => {
  it.each([
    [1, "network-interface", "1 network interface"],
    [3, "network-interface", "3 network interfaces"],
    [2, "instance", "2 EC2 instances"],
    [2, "vpn-gateway", "2 virtual private gateways"],
    [2, "function", "2 functions"],
  ])("counts %d of %s", (amount, kind, words) => {
    expect(kindCount(amount, kind)).toBe(words);
  });
});
