import { describe, expect, it } from "vitest";
import { buildFunction } from "./function.test-builder";
import { toFunctionsCsv } from "./functions-csv";

describe("toFunctionsCsv", () => {
  it("gives a head and one line per function", () => {
    const [head, line] = toFunctionsCsv([buildFunction()]).split("\r\n");
    expect(head?.startsWith("FunctionName,FunctionArn,")).toBe(true);
    expect(line).toContain("prod-vpc,subnet-a subnet-b,private,eu-west-1a eu-west-1b,sg-1");
  });

  it("quotes what must be quoted and defuses formulas", () => {
    const csv = toFunctionsCsv([buildFunction({ functionName: "=cmd()", vpcName: 'a "b", c' })]);
    expect(csv).toContain("'=cmd(),");
    expect(csv).toContain('"a ""b"", c"');
  });
});
