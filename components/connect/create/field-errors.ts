import { ApiRequestError } from "@/lib/client/api-request-error";

/** Step that holds each field of the intent, by the first part of the field's path. */
const stepByField: Readonly<Record<string, string>> = {
  functionName: "basics",
  roleArn: "basics",
  code: "code",
  runtime: "code",
  handler: "code",
  architecture: "code",
  ipv6AllowedForDualStack: "vpc",
  subnetIds: "subnets",
  securityGroupIds: "groups",
};

/** The API's complaint by the name of the field: `intent.subnetIds.0` is about `subnetIds`. */
export function toFieldErrors(...errors: readonly (Error | null)[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const error of errors) {
    if (!(error instanceof ApiRequestError) || error.detail.field === undefined) continue;
    const name = error.detail.field.replace(/^intent\./, "").split(".")[0] ?? "";
    if (Object.hasOwn(stepByField, name)) found[name] = error.detail.message;
  }
  return found;
}

/** The step where a complaint can be mended; undefined where it belongs to none. */
export function stepOfFieldError(errors: Readonly<Record<string, string>>): string | undefined {
  const [name] = Object.keys(errors);
  return name === undefined ? undefined : stepByField[name];
}
