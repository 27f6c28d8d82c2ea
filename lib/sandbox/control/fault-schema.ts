import { z } from "zod";
import type { Fault } from "../world/world";

const operation = z
  .string()
  .regex(/^(\*|[a-z0-9-]+:(\*|[A-Za-z0-9]+))$/, "must be like ec2:DescribeVpcs, lambda:* or *");
/** Which share of the calls is hit: 1 is every one. */
const rate = z.number().min(0).max(1).default(1);

/** A fault as the control endpoint takes it. */
export const faultSchema: z.ZodType<Fault> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("throttle"), operation, rate }),
  z.strictObject({ kind: z.literal("server-error"), operation, rate }),
  z.strictObject({ kind: z.literal("latency"), operation, latencyMs: z.number().min(0).max(600_000) }),
  z.strictObject({ kind: z.literal("connection-reset"), operation, rate }),
  z.strictObject({ kind: z.literal("truncated-answer"), operation, rate }),
  z.strictObject({ kind: z.literal("slow-body"), operation, durationMs: z.number().min(0).max(600_000) }),
  z.strictObject({ kind: z.literal("repeated-token"), operation }),
  z.strictObject({ kind: z.literal("empty-page"), operation }),
  z.strictObject({ kind: z.literal("missing-members"), operation, members: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal("deny"), operation }),
  z.strictObject({ kind: z.literal("no-free-addresses"), subnetId: z.string().startsWith("subnet-") }),
  z.strictObject({
    kind: z.literal("eni-quota"),
    vpcId: z.string().startsWith("vpc-"),
    limit: z.number().int().min(0),
  }),
  z.strictObject({ kind: z.literal("function-timeout"), functionName: z.string().min(1) }),
]);
