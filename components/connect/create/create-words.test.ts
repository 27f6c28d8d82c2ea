import { describe, expect, it } from "vitest";
import { emptyForm } from "./create-form";
import { codeSummary, createLabel } from "./create-words";

describe("createLabel", () => {
  it("names the function, and the VPC where it goes into one", () => {
    const form = { ...emptyForm, functionName: "orders-api" };
    expect(createLabel(form, "prod")).toBe("Create orders-api");
    expect(createLabel({ ...form, isVpcEnabled: true }, "prod")).toBe("Create orders-api in prod");
    expect(createLabel(emptyForm, null)).toBe("Create the function");
  });
});

describe("codeSummary", () => {
  it("says where the code comes from", () => {
    const zip = { name: "code.zip", sizeBytes: 1, base64: "" };
    expect(codeSummary(emptyForm, undefined)).toBe("Ready sample, nodejs24.x");
    expect(codeSummary({ ...emptyForm, codeKind: "zip" }, zip)).toBe("code.zip, nodejs24.x");
    expect(codeSummary({ ...emptyForm, codeKind: "s3", s3Bucket: "b", s3Key: "k" }, undefined)).toBe(
      "s3://b/k, nodejs24.x",
    );
    expect(codeSummary({ ...emptyForm, codeKind: "image", imageUri: "repo:1" }, undefined)).toBe("repo:1");
  });
});
