import { expect, it } from "vitest";
import { locateStatements } from "./locate-statements";

it("finds each statement of a list, lines and columns from one", () => {
  const text =
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Sid": "a}", "Condition": {"Bool": {}}},\n    {}\n  ]\n}';
  expect(locateStatements(text)).toEqual([
    { StartPosition: { Line: 4, Column: 5 }, EndPosition: { Line: 4, Column: 45 } },
    { StartPosition: { Line: 5, Column: 5 }, EndPosition: { Line: 5, Column: 7 } },
  ]);
});

it("finds a statement that stands alone, past text with quotes in it", () => {
  const text = '{"Id":"\\"Statement\\"","Statement":{"Effect":"Allow"}}';
  expect(locateStatements(text)).toEqual([
    { StartPosition: { Line: 1, Column: 35 }, EndPosition: { Line: 1, Column: 53 } },
  ]);
});
