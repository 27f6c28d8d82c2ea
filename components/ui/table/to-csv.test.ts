import { describe, expect, it } from "vitest";
import { toCsv } from "./to-csv";

describe("toCsv", () => {
  it("ends every row as RFC 4180 asks", () => {
    expect(toCsv(["a", "b"], [["1", "2"]])).toBe("a,b\r\n1,2\r\n");
  });

  it.each([
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    ["=cmd()", "'=cmd()"],
    ["@x", "'@x"],
    ["10.0.0.0/16", "10.0.0.0/16"],
  ])("writes %j as %s", (value, cell) => {
    expect(toCsv(["h"], [[value]])).toBe(`h\r\n${cell}\r\n`);
  });
});
