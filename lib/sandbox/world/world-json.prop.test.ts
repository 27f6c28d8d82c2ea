import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld } from "./create-world";
import { getRegionWorld } from "./find-account";
import { parseWorld, worldPieces, type SavedWorld } from "./world-json";

const print = (saved: SavedWorld): string => [...worldPieces(saved)].join("");

it("gives back the world that was saved, dates as dates", () => {
  const value = fc.oneof(fc.string(), fc.date({ noInvalidDate: true }), fc.constant({ $date: 7 }));
  fc.assert(
    fc.property(fc.integer({ min: 0 }), fc.array(value), (offsetMs, values) => {
      const world = { ...createWorld("test", { accountId: "123456789012", name: "Test" }), values };
      const saved: SavedWorld = { version: 3, offsetMs, world };
      expect(parseWorld(print(saved))).toEqual(saved);
    }),
  );
});

it.each([
  "",
  "{",
  "[]",
  "{}",
  '{"version":3}',
  '{"version":3,"offsetMs":0,"world":{}}',
  '{"version":2,"offsetMs":0,"world":{"regions":{},"scheduled":[]}}',
])("refuses %j", (text) => {
  expect(() => parseWorld(text)).toThrow(SyntaxError);
});

it("prints a world in pieces that none of its lists makes long", () => {
  const world = createWorld("test", { accountId: "123456789012", name: "Test" });
  const region = getRegionWorld(world, "123456789012", "eu-west-1");
  region.vpcs = Array.from({ length: 2500 }, (_none, index) => ({ VpcId: `vpc-${String(index)}` }));
  const pieces = [...worldPieces({ version: 3, offsetMs: 0, world })];
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(5000);
  expect(parseWorld(pieces.join("")).world).toEqual(world);
});

it("fills in the kinds of resources that a file of an earlier day does not know", () => {
  const world = createWorld("test", { accountId: "123456789012", name: "Test" });
  const region = getRegionWorld(world, "123456789012", "eu-west-1");
  region.vpcs = [{ VpcId: "vpc-0" }];
  const text = print({ version: 3, offsetMs: 0, world }).replace('"subnets":[],', "");
  expect(text).not.toContain('"subnets"');
  expect(parseWorld(text).world).toEqual(world);
});
