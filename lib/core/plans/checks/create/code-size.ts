import { pass, type Check } from "../check";

/** Lambda quotas: a deployment package of at most 50 MB, zipped, for direct upload. */
const MAX_ZIP_BYTES = 50 * 1024 * 1024;
const BYTES_PER_KB = 1024;

export const codeSize: Check = {
  code: "code-size",
  title: "Code package",
  evaluate: ({ create }) => {
    if (create === null) return null;
    const { code } = create;
    if (code.kind === "s3") return pass(`Lambda reads it from s3://${code.bucket}/${code.key} itself.`);
    if (code.kind === "image") return pass(`Lambda pulls ${code.imageUri} itself.`);
    if (code.kind === "sample") return pass("The ready sample, built when it is sent.");
    const size = `${Math.ceil(code.sizeBytes / BYTES_PER_KB).toLocaleString("en")} KB`;
    if (code.sizeBytes <= MAX_ZIP_BYTES) return pass(`A zip of ${size}.`);
    return {
      status: "block",
      message: `The zip has ${size}; AWS takes at most 50 MB directly (\`RequestEntityTooLargeException\`).`,
      nextStep: "Put the zip in S3 and name bucket and key.",
    };
  },
};
