import { describe, expect, it } from "vitest";
import { checkDocument } from "./check-document";

describe("checkDocument", () => {
  it("counts what is under an answer's keys", () => {
    expect(checkDocument('{"Vpcs":[{},{}],"NextToken":null}')).toEqual({
      status: "ok",
      keys: ["Vpcs", "NextToken"],
      items: 2,
    });
  });

  it.each([
    ["", "empty"],
    ['{"Vpcs":[', "Not JSON"],
    ["[]", "A list"],
    ["3", "Not a JSON object"],
    ["<html>", "Not JSON"],
  ])("says what is wrong with %j", (text, reason) => {
    const check = checkDocument(text);
    expect(check.status === "broken" && check.reason).toContain(reason);
  });
});
