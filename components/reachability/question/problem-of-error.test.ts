import { describe, expect, it } from "vitest";
import { ApiRequestError } from "@/lib/client/api-request-error";
import { problemOfError } from "./problem-of-error";

const refusal = (field?: string) =>
  new ApiRequestError(400, {
    code: "invalid_request",
    message: "It is wrong.",
    ...(field !== undefined && { field }),
  });

describe("the field that a refusal is about", () => {
  it.each([
    ["source.cidr", "from"],
    ["source", "from"],
    ["destination.dbInstanceIdentifier", "to"],
    ["port.from", "port"],
    ["protocol", "protocol"],
    ["icmp.type", "protocol"],
  ])("%s is %s", (field, expected) => {
    expect(problemOfError(refusal(field))).toEqual({ field: expected, message: "It is wrong." });
  });

  it("is none where it is about something else, or no answer of the API", () => {
    expect(problemOfError(refusal("sourcePort"))).toBeUndefined();
    expect(problemOfError(refusal())).toBeUndefined();
    expect(problemOfError(new Error("no"))).toBeUndefined();
  });
});
