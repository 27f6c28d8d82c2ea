import { describe, expect, it } from "vitest";
import type { Column } from "./column";
import { nextSort, sortRows } from "./sort-rows";

interface Row {
  name: string;
  age: number | null;
}

const columns: Column<Row>[] = [
  { id: "name", header: "Name", width: 1, cell: () => null, sortValue: (row) => row.name },
  { id: "age", header: "Age", width: 1, cell: () => null, sortValue: (row) => row.age },
  { id: "free", header: "Free", width: 1, cell: () => null },
];
const rows: Row[] = [
  { name: "fn-10", age: null },
  { name: "fn-2", age: 5 },
  { name: "Fn-1", age: 7 },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name);

describe("sortRows", () => {
  it("orders names as people count, whatever their case", () => {
    expect(names(sortRows(rows, columns, { columnId: "name", direction: "asc" }))).toEqual([
      "Fn-1",
      "fn-2",
      "fn-10",
    ]);
  });

  it("keeps what is not known last in both directions", () => {
    expect(names(sortRows(rows, columns, { columnId: "age", direction: "asc" }))).toEqual([
      "fn-2",
      "Fn-1",
      "fn-10",
    ]);
    expect(names(sortRows(rows, columns, { columnId: "age", direction: "desc" }))).toEqual([
      "Fn-1",
      "fn-2",
      "fn-10",
    ]);
  });

  it("leaves rows as they came without a sort, or by a column that has none", () => {
    expect(sortRows(rows, columns, null)).toBe(rows);
    expect(sortRows(rows, columns, { columnId: "free", direction: "asc" })).toBe(rows);
  });
});

describe("nextSort", () => {
  it("goes from ascending to descending to none", () => {
    const first = nextSort(null, "name");
    const second = nextSort(first, "name");
    expect([first, second, nextSort(second, "name")]).toEqual([
      { columnId: "name", direction: "asc" },
      { columnId: "name", direction: "desc" },
      null,
    ]);
  });

  it("begins anew on another column", () => {
    expect(nextSort({ columnId: "age", direction: "desc" }, "name")).toEqual({
      columnId: "name",
      direction: "asc",
    });
  });
});
