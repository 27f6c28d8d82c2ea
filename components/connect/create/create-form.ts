import type { PlanIntent } from "@/lib/contract/plans";
import { isComplete, noChoice, type NetworkChoice } from "../network/network-choice";
import { isNodeRuntime, lambdaRuntimes } from "@/lib/core/plans/lambda-runtimes";

export type CodeKind = "sample" | "zip" | "s3" | "image";

/** Everything the create wizard asks, but the zip, which is too large to keep across a reload. */
export interface CreateForm {
  functionName: string;
  roleArn: string;
  codeKind: CodeKind;
  runtime: string;
  handler: string;
  architecture: "x86_64" | "arm64";
  s3Bucket: string;
  s3Key: string;
  imageUri: string;
  isVpcEnabled: boolean;
  network: NetworkChoice;
}

export interface ZipFile {
  name: string;
  sizeBytes: number;
  base64: string;
}

export const emptyForm: CreateForm = {
  functionName: "",
  roleArn: "",
  codeKind: "sample",
  runtime: "nodejs24.x",
  handler: "index.handler",
  architecture: "x86_64",
  s3Bucket: "",
  s3Key: "",
  imageUri: "",
  isVpcEnabled: false,
  network: noChoice,
};

/** Another runtime brings its own usual handler, unless one typed another. */
export function chooseRuntime(form: CreateForm, runtime: string): CreateForm {
  const usual = (value: string) => lambdaRuntimes.find((item) => item.value === value)?.handler;
  const isUntouched = form.handler === "" || form.handler === usual(form.runtime);
  return { ...form, runtime, handler: isUntouched ? (usual(runtime) ?? form.handler) : form.handler };
}

/** The sample runs on Node.js only: choosing it brings such a runtime. */
export function chooseCodeKind(form: CreateForm, codeKind: CodeKind): CreateForm {
  if (codeKind !== "sample") return { ...form, codeKind };
  const runtime = isNodeRuntime(form.runtime) ? form.runtime : emptyForm.runtime;
  return { ...form, codeKind, runtime, handler: "index.handler" };
}

/** What is still missing or wrong in the first step; undefined where nothing is. */
export function missingInBasics(form: CreateForm): string | undefined {
  if (form.functionName === "") return "Name the function.";
  const nameError = functionNameError(form.functionName);
  if (nameError !== undefined) return nameError;
  if (form.roleArn === "") return "Choose an execution role.";
  return roleArnError(form.roleArn);
}

/** Lambda API reference, CreateFunction: FunctionName and Role patterns. */
export function functionNameError(name: string): string | undefined {
  if (name.length > 64) return "At most 64 characters.";
  return name === "" || /^[a-zA-Z0-9-_]+$/.test(name)
    ? undefined
    : "Only letters, digits, hyphens and underscores.";
}

export function roleArnError(arn: string): string | undefined {
  if (arn === "" || /^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/.test(arn))
    return undefined;
  return "Type an ARN such as arn:aws:iam::123456789012:role/orders-api.";
}

export function missingInCode(form: CreateForm, zip: ZipFile | undefined): string | undefined {
  if (form.codeKind !== "image") {
    if (form.runtime === "") return "Choose a runtime.";
    if (form.handler === "") return "Name the handler.";
  }
  switch (form.codeKind) {
    case "sample":
      return undefined;
    case "zip":
      return zip ? undefined : "Choose a zip.";
    case "s3":
      return form.s3Bucket.length < 3 || form.s3Key === "" ? "Name the bucket and the key." : undefined;
    case "image":
      return form.imageUri === "" ? "Name the image." : undefined;
  }
}

/** The intent as the API takes it; undefined while something is missing. */
export function toCreateIntent(form: CreateForm, zip: ZipFile | undefined): PlanIntent | undefined {
  if (missingInBasics(form) !== undefined || missingInCode(form, zip) !== undefined) return undefined;
  if (form.isVpcEnabled && !isComplete(form.network)) return undefined;
  const { subnetIds, securityGroupIds, ipv6AllowedForDualStack } = form.network;
  return {
    kind: "create-function",
    functionName: form.functionName,
    roleArn: form.roleArn,
    architecture: form.architecture,
    code: toCode(form, zip),
    ...(form.codeKind === "image" ? {} : { runtime: form.runtime, handler: form.handler }),
    ...(form.isVpcEnabled ? { subnetIds, securityGroupIds, ipv6AllowedForDualStack } : {}),
  };
}

function toCode(form: CreateForm, zip: ZipFile | undefined) {
  switch (form.codeKind) {
    case "sample":
      return { sample: "hello" as const };
    case "zip":
      return { zipBase64: zip?.base64 ?? "" };
    case "s3":
      return { s3: { bucket: form.s3Bucket, key: form.s3Key } };
    case "image":
      return { imageUri: form.imageUri };
  }
}
