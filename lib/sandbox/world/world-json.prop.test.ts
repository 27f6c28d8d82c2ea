import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld } from "./create-world";
import { parseWorld, stringifyWorld } from "./world-json";

it("gives back the world that was saved, dates as dates", () => {
  const value = fc.oneof(fc.string(), fc.date({ noInvalidDate: true }), fc.constant({ $date: 7 }));
  fc.assert(
    fc.property(fc.integer({ min: 0 }), fc.array(value), (offsetMs, values) => {
      const world = { ...createWorld("test", { accountId: "123456789012", name: "Test" }), values };
      expect(parseWorld(stringifyWorld({ version: 2, offsetMs, world }))).toEqual({
        version: 2,
        offsetMs,
        world,
      });
    }),
  );
});

it.each([
  "",
  "{",
  "[]",
  "{}",
  '{"version":2}',
  '{"version":2,"offsetMs":0,"world":{}}',
  '{"version":1,"offsetMs":0,"world":{"regions":{},"scheduled":[]}}',
])("refuses %j", (text) => {
  expect(() => parseWorld(text)).toThrow(SyntaxError);
});
