import { describe, expect, it } from "vitest";
import { nameTag } from "./name-tag";

describe("nameTag", () => {
  it("reads the tag of any resource, an interface's from TagSet", () => {
    expect(
      nameTag({
        Tags: [
          { Key: "env", Value: "prod" },
          { Key: "Name", Value: "orders" },
        ],
      }),
    ).toBe("orders");
    expect(nameTag({ TagSet: [{ Key: "Name", Value: "eni" }] })).toBe("eni");
  });

  it("passes markup through untouched: who shows it escapes it", () => {
    expect(nameTag({ Tags: [{ Key: "Name", Value: "<b>x</b>" }] })).toBe("<b>x</b>");
  });

  it.each([[{}], [{ Tags: [] }], [{ Tags: [{ Key: "Name", Value: "  " }] }], [{ Tags: [{ Key: "Name" }] }]])(
    "is null for %j",
    (resource) => {
      expect(nameTag(resource)).toBeNull();
    },
  );
});
