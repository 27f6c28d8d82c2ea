import { describe, expect, it } from "vitest";
import {
  chooseCodeKind,
  chooseRuntime,
  emptyForm,
  functionNameError,
  missingInBasics,
  missingInCode,
  roleArnError,
  toCreateIntent,
  type CreateForm,
} from "./create-form";

const form: CreateForm = {
  ...emptyForm,
  functionName: "orders-api",
  roleArn: "arn:aws:iam::123456789012:role/orders-api",
};
const network = {
  vpcId: "vpc-1",
  subnetIds: ["subnet-1"],
  securityGroupIds: ["sg-1"],
  ipv6AllowedForDualStack: false,
};
const zip = { name: "code.zip", sizeBytes: 3, base64: "UEsD" };

describe("choosing", () => {
  it("brings the usual handler of another runtime, but never overwrites a typed one", () => {
    expect(chooseRuntime(form, "python3.14").handler).toBe("lambda_function.lambda_handler");
    expect(chooseRuntime({ ...form, handler: "app.main" }, "python3.14").handler).toBe("app.main");
  });

  it("brings a Node.js runtime with the sample", () => {
    const python = chooseRuntime({ ...form, codeKind: "zip" }, "python3.14");
    expect(chooseCodeKind(python, "sample")).toMatchObject({
      runtime: "nodejs24.x",
      handler: "index.handler",
    });
    expect(chooseCodeKind(python, "s3").runtime).toBe("python3.14");
  });
});

describe("what is missing", () => {
  it("asks for name and role in their own patterns", () => {
    expect(missingInBasics(emptyForm)).toBe("Name the function.");
    expect(missingInBasics({ ...form, functionName: "a b" })).toMatch(/Only letters/);
    expect(missingInBasics({ ...form, roleArn: "" })).toBe("Choose an execution role.");
    expect(missingInBasics({ ...form, roleArn: "role" })).toMatch(/^Type an ARN/);
    expect(missingInBasics(form)).toBeUndefined();
    expect(functionNameError("a".repeat(65))).toBe("At most 64 characters.");
    expect(roleArnError("arn:aws-us-gov:iam::123456789012:role/service-role/x")).toBeUndefined();
  });

  it.each([
    [{ codeKind: "sample" }, undefined],
    [{ codeKind: "zip" }, "Choose a zip."],
    [{ codeKind: "s3" }, "Name the bucket and the key."],
    [{ codeKind: "image" }, "Name the image."],
    [{ codeKind: "image", imageUri: "x", handler: "" }, undefined],
    [{ codeKind: "s3", s3Bucket: "abc", s3Key: "k", handler: "" }, "Name the handler."],
    [{ codeKind: "s3", s3Bucket: "abc", s3Key: "k", runtime: "" }, "Choose a runtime."],
  ] as const)("of %j is %s", (part, missing) => {
    expect(missingInCode({ ...form, ...part }, undefined)).toBe(missing);
  });
});

describe("toCreateIntent", () => {
  it("is undefined until everything is there", () => {
    expect(toCreateIntent(emptyForm, undefined)).toBeUndefined();
    expect(toCreateIntent({ ...form, codeKind: "zip" }, undefined)).toBeUndefined();
    expect(toCreateIntent({ ...form, isVpcEnabled: true }, undefined)).toBeUndefined();
  });

  it("sends the VPC only where it is enabled", () => {
    expect(toCreateIntent({ ...form, network }, undefined)).not.toHaveProperty("subnetIds");
    expect(toCreateIntent({ ...form, network, isVpcEnabled: true }, undefined)).toMatchObject({
      subnetIds: ["subnet-1"],
      ipv6AllowedForDualStack: false,
    });
  });

  it("sends no runtime and handler with an image", () => {
    const intent = toCreateIntent({ ...form, codeKind: "image", imageUri: "repo:1" }, undefined);
    expect(intent).toMatchObject({ code: { imageUri: "repo:1" } });
    expect(intent).not.toHaveProperty("runtime");
  });

  it("sends a zip, and a place in S3", () => {
    expect(toCreateIntent({ ...form, codeKind: "zip" }, zip)).toMatchObject({ code: { zipBase64: "UEsD" } });
    expect(toCreateIntent({ ...form, codeKind: "s3", s3Bucket: "abc", s3Key: "k" }, zip)).toMatchObject({
      code: { s3: { bucket: "abc", key: "k" } },
    });
    expect(toCreateIntent(form, undefined)).toMatchObject({ code: { sample: "hello" } });
  });
});
