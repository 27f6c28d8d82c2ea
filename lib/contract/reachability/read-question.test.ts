import { describe, expect, it } from "vitest";
import { formatPort, readQuestion, type TypedQuestion } from "./read-question";

const usual = () => ({ protocol: "tcp" as const, port: 5432 });
const typed = (over: Partial<TypedQuestion> = {}) =>
  readQuestion({ from: "function:orders-api", to: "db:orders-db", protocol: "", port: "", ...over }, usual);
const asked = { source: { functionName: "orders-api" }, destination: { dbInstanceIdentifier: "orders-db" } };

describe("a typed question", () => {
  it("asks about the traffic that the target is used on, where nothing else is said", () => {
    expect(typed()).toEqual({ kind: "complete", flow: { ...asked, protocol: "tcp", port: 5432 } });
    expect(typed({ protocol: "udp" })).toMatchObject({ flow: { protocol: "udp", port: 5432 } });
  });

  it("takes a port, a range and every port", () => {
    expect(typed({ port: " 22 " })).toMatchObject({ flow: { port: 22 } });
    expect(typed({ port: "1000-2000" })).toMatchObject({ flow: { port: { from: 1000, to: 2000 } } });
    expect(typed({ port: "80–80" })).toMatchObject({ flow: { port: 80 } });
    expect(typed({ port: "any" })).toEqual({ kind: "complete", flow: { ...asked, protocol: "tcp" } });
  });

  it("asks about every port of what is used on every port", () => {
    const open = () => ({ protocol: "tcp" as const, port: null });
    const question = { from: "function:orders-api", to: "db:orders-db", protocol: "", port: "" };
    expect(readQuestion(question, open)).toEqual({ kind: "complete", flow: { ...asked, protocol: "tcp" } });
    expect([null, 22, { from: 1, to: 2 }].map(formatPort)).toEqual(["any", "22", "1-2"]);
  });

  it("asks about no port where the protocol has none", () => {
    expect(typed({ protocol: "icmp", port: "22" })).toEqual({
      kind: "complete",
      flow: { ...asked, protocol: "icmp" },
    });
    expect(typed({ protocol: "47" })).toMatchObject({ flow: { protocol: 47 } });
    expect(typed({ protocol: "17", port: "53" })).toMatchObject({ flow: { protocol: 17, port: 53 } });
  });

  it("is not asked while an end is missing", () => {
    expect(typed({ from: " " })).toEqual({ kind: "incomplete" });
    expect(typed({ to: "" })).toEqual({ kind: "incomplete" });
  });

  it("says which field cannot be read", () => {
    expect(typed({ from: "connection:x" })).toMatchObject({ kind: "invalid", field: "from" });
    expect(typed({ to: "orders-db" })).toMatchObject({ kind: "invalid", field: "to" });
    for (const protocol of ["tpc", "256"]) {
      expect(typed({ protocol })).toMatchObject({ kind: "invalid", field: "protocol" });
    }
    for (const port of ["65536", "2000-1000", "http", "1-2-3"]) {
      expect(typed({ port }), port).toMatchObject({ kind: "invalid", field: "port" });
    }
  });

  it.each([
    [{ to: "10.0.0.300" }, "to", "10.0.0.300 is neither an address nor a CIDR block."],
    [{ to: "10.0.0.1/24" }, "to", "10.0.0.1/24 has host bits set: the block is 10.0.0.0/24."],
    [{ from: "fe80::1/64" }, "from", "fe80::1/64 has host bits set: the block is fe80::/64."],
    [{ to: "10.0.0.5:5432" }, "to", "The port has a field of its own."],
    [{ to: "example.com" }, "to", expect.stringContaining("Names are not looked up") as string],
    [{ to: "https://example.com/x" }, "to", expect.stringContaining("Names are not looked up") as string],
    [{ to: "orders-db" }, "to", expect.stringContaining("Choose one of the suggestions") as string],
  ])("says of %j what to type instead", (over, field, message) => {
    expect(typed(over)).toEqual({ kind: "invalid", field, message });
  });
});
