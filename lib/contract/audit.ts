import { z } from "zod";

export const auditEntry = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.string(),
    /** `plan.apply`, `snapshot.import`, … */
    action: z.string(),
    resource: z.string(),
    outcome: z.enum(["succeeded", "failed", "refused"]),
    correlationId: z.string(),
    detail: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export const auditList = z
  .object({ items: z.array(auditEntry), nextCursor: z.string().nullable() })
  .meta({ id: "AuditList" });
