import { z } from "zod";
import { plannedVerdict } from "./reachability/planned-verdict";

/**
 * Lambda's own patterns and limits (API reference, VpcConfig): 0..16 subnets, 0..5 security groups. The server checks
 * them where it can answer with AWS's own code, so the schemas only describe them.
 */
export const SUBNET_ID_PATTERN = /^subnet-[0-9a-z]*$/;
export const SECURITY_GROUP_ID_PATTERN = /^sg-[0-9a-zA-Z]*$/;
const subnetIds = z.array(z.string().meta({ pattern: SUBNET_ID_PATTERN.source, maxLength: 1024 })).max(1000);
const securityGroupIds = z
  .array(z.string().meta({ pattern: SECURITY_GROUP_ID_PATTERN.source, maxLength: 1024 }))
  .max(1000);

/** Name, partial ARN or ARN, without a qualifier. */
const functionName = z
  .string()
  .min(1)
  .max(140)
  .regex(
    /^(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?[a-zA-Z0-9-_]+$/,
  );

export const attachFunctionIntent = z.object({
  kind: z.literal("attach-function"),
  functionName,
  subnetIds,
  securityGroupIds,
  ipv6AllowedForDualStack: z.boolean().optional(),
});

export const detachFunctionIntent = z.object({ kind: z.literal("detach-function"), functionName });

export const functionCode = z.union([
  z.object({ sample: z.literal("hello") }),
  z.object({ zipBase64: z.base64() }),
  z.object({ s3: z.object({ bucket: z.string().min(3).max(63), key: z.string().min(1).max(1024) }) }),
  z.object({ imageUri: z.string().min(1) }),
]);

export const createFunctionIntent = z.object({
  kind: z.literal("create-function"),
  functionName: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-zA-Z0-9-_]+$/),
  runtime: z.string().optional(),
  handler: z.string().max(128).optional(),
  roleArn: z.string().regex(/^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/),
  architecture: z.enum(["x86_64", "arm64"]).optional(),
  code: functionCode,
  subnetIds: subnetIds.optional(),
  securityGroupIds: securityGroupIds.optional(),
  ipv6AllowedForDualStack: z.boolean().optional(),
});

export const planIntent = z
  .discriminatedUnion("kind", [attachFunctionIntent, detachFunctionIntent, createFunctionIntent])
  .meta({ id: "PlanIntent" });
export type PlanIntent = z.infer<typeof planIntent>;

/** An intent as it is kept and given back: a zip that was sent is named by its size and digest, never repeated. */
const keptFunctionCode = z.union([
  functionCode.options[0],
  z.object({ zip: z.object({ sizeBytes: z.number().int(), sha256: z.string() }) }),
  functionCode.options[2],
  functionCode.options[3],
]);
export const keptPlanIntent = z
  .discriminatedUnion("kind", [
    attachFunctionIntent,
    detachFunctionIntent,
    createFunctionIntent.extend({ code: keptFunctionCode }),
  ])
  .meta({ id: "KeptPlanIntent" });
export type KeptPlanIntent = z.infer<typeof keptPlanIntent>;

/** `preview: true` evaluates the plan without keeping it: what the wizard shows while one chooses. */
export const createPlanInput = z
  .object({ intent: planIntent, preview: z.boolean().optional() })
  .meta({ id: "CreatePlanInput" });

export const planCheck = z
  .object({
    id: z.string(),
    code: z.string(),
    status: z.enum(["pass", "warn", "block", "unknown"]),
    title: z.string(),
    message: z.string(),
    /** The resources and facts it rests on. */
    evidence: z.array(z.object({ resourceId: z.string().optional(), fact: z.string() })).optional(),
    nextStep: z.string().optional(),
  })
  .meta({ id: "PlanCheck" });
export type PlanCheck = z.infer<typeof planCheck>;

export const planStep = z
  .object({
    id: z.string(),
    kind: z.enum(["update-function-configuration", "create-function", "await-function"]),
    title: z.string(),
    /** How it is undone, in words; null where nothing needs undoing. */
    inverse: z.string().nullable(),
  })
  .meta({ id: "PlanStep" });

export const interfaceChange = z.object({
  networkInterfaceId: z.string().nullable(),
  subnetId: z.string(),
  securityGroupIds: z.array(z.string()),
  /** Other functions (and `name:version`) that use or will use it. */
  sharedBy: z.array(z.string()),
});

export const planPreview = z.object({
  /** True where the function is already as asked for. */
  isNoop: z.boolean(),
  before: z.object({
    vpcId: z.string().nullable(),
    subnetIds: z.array(z.string()),
    securityGroupIds: z.array(z.string()),
    ipv6AllowedForDualStack: z.boolean(),
  }),
  after: z.object({
    vpcId: z.string().nullable(),
    subnetIds: z.array(z.string()),
    securityGroupIds: z.array(z.string()),
    ipv6AllowedForDualStack: z.boolean(),
  }),
  /**
   * What the function reaches before and after, for each target that it may want: the internet, services, data stores
   * of both VPCs and of those joined to them. Empty with `verdictChangesStatus: "not-evaluated"` where not computed.
   */
  verdictChanges: z.array(plannedVerdict),
  verdictChangesStatus: z.enum(["evaluated", "not-evaluated"]),
  /** Why they were not evaluated, or what was left out. */
  verdictChangesNote: z.string().optional(),
  networkInterfaces: z.object({
    created: z.array(interfaceChange),
    /** Already there for the same (subnet, security groups): shared, no new address used. */
    shared: z.array(interfaceChange),
    /** Nothing else uses them: AWS deletes them, up to 20 minutes later as documented. */
    released: z.array(interfaceChange),
    /** Used by others (functions, published versions), so they stay. */
    kept: z.array(interfaceChange),
    /** Why the lists may be incomplete; absent when the interfaces were read. */
    uncertainty: z.string().optional(),
  }),
  addresses: z.array(
    z.object({ subnetId: z.string(), availableBefore: z.number().int().nullable(), used: z.number().int() }),
  ),
  /** The equivalent AWS CLI command. */
  cli: z.string(),
});

export const plan = z
  .object({
    id: z.string(),
    createdAt: z.iso.datetime(),
    snapshotId: z.string(),
    intent: keptPlanIntent,
    functionName: z.string(),
    /** Null for a function that does not exist yet. */
    functionArn: z.string().nullable(),
    title: z.string(),
    checks: z.array(planCheck),
    steps: z.array(planStep),
    preview: planPreview,
    /** The operation that carries it out, once applied. */
    operationId: z.string().nullable(),
  })
  .meta({ id: "Plan" });
export type Plan = z.infer<typeof plan>;

export const planList = z
  .object({ items: z.array(plan), nextCursor: z.string().nullable() })
  .meta({ id: "PlanList" });

export const applyPlanInput = z
  .object({ acknowledge: z.array(z.string()).max(100).default([]) })
  .meta({ id: "ApplyPlanInput" });

export const planExport = z
  .object({ format: z.enum(["cli", "cloudformation", "terraform"]), text: z.string() })
  .meta({ id: "PlanExport" });
