import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "./find-json-error";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("findJsonError", () => {
  it("finds no error in any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(findJsonError(text)).toBeUndefined();
      }),
    );
  });

  it("agrees with JSON.parse about text with one character changed", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom("{", "}", ",", '"', "1", "\\", ""),
        (text, seed, char) => {
          const at = seed % (text.length + 1);
          const changed = text.slice(0, at) + char + text.slice(at + 1);
          expect(findJsonError(changed) === undefined).toBe(isJson(changed));
        },
      ),
      { numRuns: 500 },
    );
  });
});
