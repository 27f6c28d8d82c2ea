import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonErrorPosition } from "./json-error-position";

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("jsonErrorPosition", () => {
  it.each([
    ["", 0],
    ["  ", 2],
    ['{"a": x}', 6],
    ['{"a" 1}', 5],
    ['{"a": 1,}', 8],
    ["[1, 2", 5],
    ["[1 2]", 3],
    ["{'a': 1}", 1],
    ["[1]]", 3],
    ["[}", 1],
    ['{"a": "\n"}', 6],
    ["01", 1],
    ['{"a": 1} trailing', 9],
    ["<html>", 0],
  ])("finds where %j breaks: %i", (text, position) => {
    expect(jsonErrorPosition(text)).toBe(position);
  });

  it("reads every JSON text to its end", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonErrorPosition(text)).toBe(text.length);
      }),
    );
  });

  it("stops where a foreign character was put, and never beyond it", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, seed) => {
        const at = seed % (text.length + 1);
        const broken = `${text.slice(0, at)}\u0001${text.slice(at)}`;
        fc.pre(!isJson(broken));
        expect(jsonErrorPosition(broken)).toBeLessThanOrEqual(at);
      }),
    );
  });
});
