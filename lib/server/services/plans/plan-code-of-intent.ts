import { createHash } from "node:crypto";
import type { KeptPlanIntent, PlanIntent } from "@/lib/contract/plans";
import { ApiError } from "../../http/api-error";

/** A zip that was sent with an intent. */
export interface UploadedCode {
  zip: Uint8Array;
  sha256: string;
  sizeBytes: number;
}

/** The first bytes of every zip file, an empty one's too. */
const ZIP_SIGNATURES = [0x04034b50, 0x06054b50];

/** Takes the zip out of an intent: it is kept apart and never given back. Throws ApiError where it is not a zip. */
export function separateCode(intent: PlanIntent): { intent: KeptPlanIntent; code: UploadedCode | null } {
  if (intent.kind !== "create-function") return { intent, code: null };
  const { code } = intent;
  if (!("zipBase64" in code)) return { intent: { ...intent, code }, code: null };
  const zip = Buffer.from(code.zipBase64, "base64");
  if (zip.length < 4 || !ZIP_SIGNATURES.includes(zip.readUInt32LE(0))) {
    throw new ApiError(
      "invalid_request",
      "Could not unzip uploaded file. Please check your file, then try to upload again.",
      {
        field: "intent.code.zipBase64",
        aws: { code: "InvalidParameterValueException", operation: "CreateFunction" },
      },
    );
  }
  const sha256 = createHash("sha256").update(zip).digest("base64");
  const kept = { zip: { sizeBytes: zip.length, sha256 } };
  return { intent: { ...intent, code: kept }, code: { zip, sha256, sizeBytes: zip.length } };
}
