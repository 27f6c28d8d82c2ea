import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findDrivenOperations, operationKey } from "./find-driven-operations";
import { listOperations } from "./list-operations";
import { PARTIAL_OPERATIONS } from "./partial-operations";
import { printOperations } from "./print-operations";

const readme = fileURLToPath(new URL("../README.md", import.meta.url));
const BLOCK = /(<!-- operations -->\n\n)([\s\S]*?)(\n\n<!-- \/operations -->)/;

describe("the README's table of operations", () => {
  it("is what the handlers and the tests say: `npm run sandbox:readme` writes it anew", () => {
    const table = printOperations(listOperations(), findDrivenOperations());
    const text = readFileSync(readme, "utf8");
    if (process.env["UPDATE_SANDBOX_README"] === "1") {
      writeFileSync(
        readme,
        text.replace(BLOCK, (_all, start: string, _old, end: string) => `${start}${table}${end}`),
      );
    }
    expect(BLOCK.exec(readFileSync(readme, "utf8"))?.[2]).toBe(table);
  });

  it("says of no operation that something is missing of it which does not exist", () => {
    const known = new Set(listOperations().map(operationKey));
    expect(Object.keys(PARTIAL_OPERATIONS).filter((key) => !known.has(key))).toEqual([]);
  });

  it("does not call full what no test drives, and names what is wanted and absent", () => {
    const operations = [
      { service: "rds", operation: "DescribeDBInstances" },
      { service: "rds", operation: "DescribeDBSubnetGroups" },
    ];
    const driven = new Map([["rds:DescribeDBInstances", []]]);
    expect(printOperations(operations, driven)).toContain(
      "| rds | 1: DescribeDBInstances | 1: DescribeDBSubnetGroups (no test drives it) | CreateDBInstance |",
    );
  });
});
