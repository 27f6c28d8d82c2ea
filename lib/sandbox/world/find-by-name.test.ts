import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findByName } from "./find-by-name";

interface Item {
  name: string;
  made: number;
}
const nameOf = ({ name }: Item) => name;
const name = fc.constantFrom("a", "b", "c", "d");
const step = fc.record({ kind: fc.constantFrom("add", "remove", "rename", "find"), name, other: name });

describe("findByName", () => {
  it("finds what a look at each would, whatever became of the list since", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const list: Item[] = [];
        for (const [made, taken] of steps.entries()) {
          const index = list.findIndex((item) => item.name === taken.name);
          const item = list[index];
          if (taken.kind === "add" && item === undefined) list.push({ name: taken.name, made });
          if (taken.kind === "remove" && item !== undefined) list.splice(index, 1);
          if (taken.kind === "rename" && item !== undefined && !list.some((one) => one.name === taken.other))
            item.name = taken.other;
          expect(findByName(list, taken.name, nameOf)).toBe(list.find((one) => one.name === taken.name));
        }
      }),
    );
  });

  it("looks at one item where nothing has moved", () => {
    const list = Array.from({ length: 1000 }, (_, index) => ({ name: `f${String(index)}`, made: index }));
    let looks = 0;
    const counted = (item: Item) => {
      looks += 1;
      return item.name;
    };
    findByName(list, "f999", counted);
    looks = 0;
    for (const { name: wanted } of list) expect(findByName(list, wanted, counted)?.name).toBe(wanted);
    expect(looks).toBe(list.length);
  });
});
