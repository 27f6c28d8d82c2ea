import { type CheckCase, creating, unread } from "../check-cases.test-builder";

/** What a new function needs. */
export const createCases: readonly CheckCase[] = [
  ["name-taken", "free", creating(), "pass", "No function"],
  [
    "name-taken",
    "taken",
    creating({ nameTaken: { status: "read", value: true } }),
    "block",
    "ResourceConflictException",
  ],
  ["name-taken", "not read", creating({ nameTaken: unread }), "unknown", "AccessDenied"],
  ["runtime-and-handler", "both", creating(), "pass", "nodejs22.x, index.handler"],
  [
    "runtime-and-handler",
    "neither",
    creating({ runtime: null, handler: null }),
    "block",
    "a runtime and a handler",
  ],
  [
    "runtime-and-handler",
    "an image",
    creating({ runtime: null, handler: null, code: { kind: "image", imageUri: "i" } }),
    "pass",
    "its own",
  ],
  [
    "runtime-and-handler",
    "an image with a runtime",
    creating({ code: { kind: "image", imageUri: "i" } }),
    "block",
    "no runtime or handler",
  ],
  ["role-assumable", "trusted", creating(), "pass", "lambda.amazonaws.com"],
  [
    "role-assumable",
    "not trusted",
    creating({ roleAssumable: { status: "read", value: false } }),
    "block",
    "cannot be assumed by Lambda",
  ],
  [
    "role-assumable",
    "not trusted, no role",
    { ...creating({ roleAssumable: { status: "read", value: false } }), role: null },
    "block",
    "cannot be assumed by Lambda",
  ],
  ["role-assumable", "not read", creating({ roleAssumable: unread }), "unknown", "AccessDenied"],
  ["code-size", "the sample", creating(), "pass", "ready sample"],
  ["code-size", "a zip", creating({ code: { kind: "zip", sizeBytes: 5_000 } }), "pass", "A zip of 5 KB"],
  [
    "code-size",
    "too large",
    creating({ code: { kind: "zip", sizeBytes: 51 * 1024 * 1024 } }),
    "block",
    "50 MB",
  ],
  ["code-size", "S3", creating({ code: { kind: "s3", bucket: "b", key: "k" } }), "pass", "s3://b/k"],
  ["code-size", "an image", creating({ code: { kind: "image", imageUri: "repo:1" } }), "pass", "repo:1"],
];
