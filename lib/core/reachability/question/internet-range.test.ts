import { describe, expect, it } from "vitest";
import { parseCidr, type AddressRange } from "../sets/address-range";
import { internetAtLarge, isCoarse, isEverything, isOnTheInternet } from "./internet-range";

function range(cidr: string): AddressRange {
  const parsed = parseCidr(cidr);
  if (!parsed) throw new Error(`${cidr} is a CIDR block`);
  return parsed;
}

describe("the internet at large", () => {
  it.each(["0.0.0.0/0", "::/0", "::/1"])("is what %s asks about", (cidr) => {
    expect(isEverything(range(cidr))).toBe(true);
  });

  it.each(["0.0.0.0/1", "128.0.0.0/1", "8.8.8.8/32", "::/3", "8000::/1"])("is not %s", (cidr) => {
    expect(isEverything(range(cidr))).toBe(false);
  });

  it.each([
    ["9.0.0.0/8", true],
    ["8.0.0.0/7", true],
    ["9.0.0.0/9", false],
    ["2600::/16", true],
    ["2600::/15", true],
    ["2600::/17", false],
    ["2600:1f18::/32", false],
  ])("is divided by a rule for %s: %s", (cidr, divides) => {
    expect(isCoarse(range(cidr))).toBe(divides);
  });

  it.each([
    ["8.8.8.0/24", true],
    ["10.1.0.0/16", false],
    ["10.0.0.0/7", true],
    ["169.254.0.0/24", false],
    ["2600::/12", true],
  ])("has something of %s: %s", (cidr, has) => {
    expect(isOnTheInternet(range(cidr))).toBe(has);
  });

  it("is another one for each question", () => {
    expect(internetAtLarge(4)).toEqual(internetAtLarge(4));
    expect(internetAtLarge(4)).not.toBe(internetAtLarge(4));
    expect(internetAtLarge(6).family).toBe(6);
  });
});
