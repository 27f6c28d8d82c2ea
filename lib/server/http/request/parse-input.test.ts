import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse-input";

function refusal(schema: z.ZodType, value: unknown) {
  try {
    parseInput(schema, value);
  } catch (error) {
    return error;
  }
  throw new Error("It was accepted.");
}

const attachIntent = z.object({
  kind: z.literal("attach"),
  name: z.string().min(1),
  subnetIds: z.array(z.string().regex(/^subnet-/)),
  code: z.union([z.object({ sample: z.literal("hello") }), z.object({ zipBase64: z.string() })]).optional(),
});
const input = z.object({
  intent: z.discriminatedUnion("kind", [attachIntent, z.object({ kind: z.literal("detach") })]),
});
const attach = { kind: "attach", name: "fn", subnetIds: ["subnet-1"] };

describe("parseInput", () => {
  it("gives the parsed value, and undefined where nothing is taken", () => {
    expect(parseInput(z.object({ limit: z.coerce.number() }), { limit: "5", more: 1 })).toEqual({ limit: 5 });
    expect(parseInput(undefined, { anything: 1 })).toBeUndefined();
  });

  it.each([
    [{}, "intent", "intent is required."],
    [null, undefined, "The request must be an object."],
    [{ intent: { kind: "fly" } }, "intent.kind", "intent.kind is missing or not one of the kinds there are."],
    [
      { intent: { ...attach, subnetIds: "subnet-1" } },
      "intent.subnetIds",
      "intent.subnetIds must be an array.",
    ],
    [
      { intent: { ...attach, subnetIds: ["subnet-1", "vpc-1"] } },
      "intent.subnetIds[1]",
      "intent.subnetIds[1] must match /^subnet-/.",
    ],
    [{ intent: { ...attach, name: "" } }, "intent.name", "intent.name must be at least 1 characters."],
  ])("names the field of %j", (value, field, message) => {
    expect(refusal(input, value)).toMatchObject({ code: "invalid_request", field, message });
  });

  const port = z.int().max(65_535);
  const ranged = z.object({ port: z.union([port, z.strictObject({ from: port, to: port })]) });
  it.each([
    [70_000, "port", "port must be at most 65535."],
    [{ from: 1, to: 70_000 }, "port.to", "port.to must be at most 65535."],
    [{ from: 1, to: 2, step: 1 }, "port", "port has unknown members: step."],
    ["http", "port", "port must be a number or an object."],
    [1.5, "port", "port must be an integer or an object."],
    [undefined, "port", "port is required."],
  ])("tells what is wrong with %j in the form that its type fits", (value, field, message) => {
    expect(refusal(ranged, { port: value })).toMatchObject({ field, message });
  });

  it("names what the request has too much, and the names and types that a member may have", () => {
    const protocol = z.union([z.enum(["tcp", "udp"]), z.int().max(255)]);
    const asked = z.strictObject({ protocol });
    expect(refusal(asked, { protocol: "TCP" })).toMatchObject({
      field: "protocol",
      message: "protocol must be one of tcp, udp or a number.",
    });
    expect(refusal(asked, { protocol: 6, ports: 1 })).toMatchObject({
      field: "ports",
      message: "The request has unknown members: ports.",
    });
    const odd = z.object({ size: z.union([z.string().min(3), z.string().regex(/^x/)]) });
    expect(refusal(odd, { size: "a" })).toMatchObject({ field: "size" });
  });

  it("names the member that was sent, not one of another form of the union", () => {
    expect(refusal(input, { intent: { ...attach, code: { zipBase64: 5 } } })).toMatchObject({
      field: "intent.code.zipBase64",
    });
  });
});
