import { describe, expect, it } from "vitest";
import { buildFunction } from "./function.test-builder";
import { functionsCsvHeader, toFunctionsCsvRows } from "./functions-csv";

describe("toFunctionsCsvRows", () => {
  it("gives one cell per column of the head", () => {
    const [row] = toFunctionsCsvRows([buildFunction()]);
    expect(functionsCsvHeader.slice(0, 2)).toEqual(["FunctionName", "FunctionArn"]);
    expect(row).toHaveLength(functionsCsvHeader.length);
    expect(row?.slice(-5)).toEqual([
      "prod-vpc",
      "subnet-a subnet-b",
      "private",
      "eu-west-1a eu-west-1b",
      "sg-1",
    ]);
  });
});
