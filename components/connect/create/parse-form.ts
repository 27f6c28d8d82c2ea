import { emptyForm, type CreateForm } from "./create-form";

const CODE_KINDS: readonly unknown[] = ["sample", "zip", "s3", "image"] satisfies CreateForm["codeKind"][];
const ARCHITECTURES: readonly unknown[] = ["x86_64", "arm64"] satisfies CreateForm["architecture"][];

/**
 * The form that was kept as text, or an empty one where another version kept something else. Without a schema library:
 * it would be the only one that this page needs before its first paint.
 */
export function parseForm(text: string | null): CreateForm {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isForm(kept) ? kept : emptyForm;
  } catch (error) {
    if (error instanceof SyntaxError) return emptyForm;
    throw error;
  }
}

function isForm(kept: unknown): kept is CreateForm {
  if (!isRecord(kept) || !isNetwork(kept["network"])) return false;
  const hasAll = Object.entries(emptyForm).every(([key, value]) => typeof kept[key] === typeof value);
  return hasAll && CODE_KINDS.includes(kept["codeKind"]) && ARCHITECTURES.includes(kept["architecture"]);
}

function isNetwork(kept: unknown): kept is CreateForm["network"] {
  if (!isRecord(kept)) return false;
  const { vpcId, subnetIds, securityGroupIds, ipv6AllowedForDualStack } = kept;
  return (
    (vpcId === null || typeof vpcId === "string") &&
    isTexts(subnetIds) &&
    isTexts(securityGroupIds) &&
    typeof ipv6AllowedForDualStack === "boolean"
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
