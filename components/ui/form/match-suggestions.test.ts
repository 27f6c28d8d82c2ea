import { describe, expect, it } from "vitest";
import { findSuggestion, matchSuggestions } from "./match-suggestions";

const suggestions = [
  { value: "service:s3", label: "S3", detail: "AWS service" },
  { value: "db:old-orders", label: "old-orders", detail: "database" },
  { value: "db:orders-db", label: "orders-db", detail: "database" },
];
const labels = (typed: string) => matchSuggestions(suggestions, typed).map(({ label }) => label);

describe("suggestions", () => {
  it("are all there before anything is typed, in the order given", () => {
    expect(labels("  ")).toEqual(["S3", "old-orders", "orders-db"]);
  });

  it("hold every word, in name, kind or value; names that begin with it come first", () => {
    expect(labels("orders")).toEqual(["orders-db", "old-orders"]);
    expect(labels("database old")).toEqual(["old-orders"]);
    expect(labels("nothing")).toEqual([]);
  });

  it("are meant when typed out, whatever the case", () => {
    expect(findSuggestion(suggestions, " ORDERS-DB ")?.value).toBe("db:orders-db");
    expect(findSuggestion(suggestions, "service:s3")?.label).toBe("S3");
    expect(findSuggestion(suggestions, "orders")).toBeUndefined();
    expect(findSuggestion(suggestions, "")).toBeUndefined();
  });
});
