import { createHash } from "node:crypto";
import type { FunctionCode, FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { LambdaFunction } from "../../../world/world";
import { invalidParameterValue } from "../lambda-errors";

export interface ReadCode {
  configuration: Pick<FunctionConfiguration, "CodeSha256" | "CodeSize">;
  codeLocation: LambdaFunction["codeLocation"];
}

/** Local file header, or the end record of an empty archive. */
const ZIP_SIGNATURES = ["504b0304", "504b0506"];
/** "50 MB (zipped, for direct upload)". */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
/** The sandbox has no S3: code from there is taken on trust, with this size. */
const S3_CODE_BYTES = 1024;

/** What Lambda makes of the code given. Throws InvalidParameterValueException in AWS's words. */
export function readCode(
  code: FunctionCode,
  target: { packageType: string; functionArn: string; region: string },
): ReadCode {
  if (target.packageType === "Image") return readImage(code);
  const { ZipFile, S3Bucket, S3Key } = code;
  const [, , , , accountId = "", , name = ""] = target.functionArn.split(":");
  const codeLocation = {
    repositoryType: "S3",
    location: `https://awslambda-${target.region}-tasks.s3.${target.region}.amazonaws.com/snapshots/${accountId}/${name}`,
  };
  if (ZipFile !== undefined) {
    checkZip(ZipFile);
    return {
      configuration: { CodeSha256: sha256(ZipFile), CodeSize: ZipFile.byteLength },
      codeLocation,
    };
  }
  if (S3Bucket === undefined || S3Key === undefined) {
    throw invalidParameterValue("Please provide a source for function code.");
  }
  const version = code.S3ObjectVersion === undefined ? "" : `?versionId=${code.S3ObjectVersion}`;
  return {
    configuration: {
      CodeSha256: sha256(`s3://${S3Bucket}/${S3Key}${version}`),
      CodeSize: S3_CODE_BYTES,
    },
    codeLocation,
  };
}

function readImage(code: FunctionCode): ReadCode {
  if (code.ImageUri === undefined) {
    throw invalidParameterValue("Please provide ImageUri when updating a function with packageType Image.");
  }
  return {
    configuration: {
      CodeSha256: createHash("sha256").update(code.ImageUri).digest("hex"),
      CodeSize: 0,
    },
    codeLocation: { repositoryType: "ECR", imageUri: code.ImageUri },
  };
}

function checkZip(zip: Uint8Array): void {
  if (zip.byteLength === 0) throw invalidParameterValue("Uploaded file must be a non-empty zip");
  const signature = Buffer.from(zip.subarray(0, 4)).toString("hex");
  if (!ZIP_SIGNATURES.includes(signature)) {
    throw invalidParameterValue(
      "Could not unzip uploaded file. Please check your file, then try to upload again.",
    );
  }
  if (zip.byteLength > MAX_UPLOAD_BYTES) {
    throw invalidParameterValue(
      "Unzipped size must be smaller than 262144000 bytes or upload through Amazon S3.",
    );
  }
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("base64");
}
