import { describe, expect, it } from "vitest";
import { findJsonError, MAX_JSON_DEPTH } from "./find-json-error";

describe("findJsonError", () => {
  it.each([
    ['{"Vpcs": [}', 1, 11, "expected a value, found `}`"],
    ['{"Vpcs": []', 1, 12, "expected `,` or `}`, found the end of the document"],
    ['{\n  "Vpcs" []\n}', 2, 10, "expected `:`, found `[]\n}`"],
    ["{Vpcs: []}", 1, 2, "expected a name in double quotes, found `Vpcs: []}`"],
    ['{"a": 1,}', 1, 9, "expected a name in double quotes, found `}`"],
    ['{"a": "x}', 1, 7, 'expected a string that ends, found `"x}`'],
    ['{"a": "\\x"}', 1, 7, 'expected a string that ends, found `"\\x"}`'],
    ["[1 2]", 1, 4, "expected `,` or `]`, found `2]`"],
    ["{} {}", 1, 4, "expected the end of the document, found `{}`"],
    ["", 1, 1, "expected a value, found the end of the document"],
    ["\n\nAn error occurred (UnauthorizedOperation)", 3, 1, "expected a value, found `An error occ`"],
  ])("finds the place in %j", (text, line, column, problem) => {
    expect(findJsonError(text)).toEqual({ line, column, problem });
  });

  it.each(["{}", " [ ] ", '{"a": [1, -2.5e+3, true, false, null, "\\u00e9\\n"], "b": {}}', "0"])(
    "finds none in %j",
    (text) => {
      expect(JSON.parse(text)).toBeDefined();
      expect(findJsonError(text)).toBeUndefined();
    },
  );

  it("stops at a depth that nothing of AWS's has, before the stack does", () => {
    const text = "[".repeat(100_000);
    expect(findJsonError(text)).toMatchObject({ line: 1, column: MAX_JSON_DEPTH + 2 });
  });
});
