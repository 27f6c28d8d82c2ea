import { blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";

/**
 * Nothing answers in these. Source: RDS User Guide, "Viewing Amazon RDS DB instance status"; ElastiCache API,
 * CacheCluster.CacheClusterStatus.
 */
const SILENT: ReadonlySet<string> = new Set([
  "creating",
  "create-failed",
  "delete-precheck",
  "deleting",
  "deleted",
  "failed",
  "inaccessible-encryption-credentials",
  "inaccessible-encryption-credentials-recoverable",
  "incompatible-create",
  "incompatible-network",
  "incompatible-parameters",
  "incompatible-restore",
  "insufficient-capacity",
  "restore-error",
  "restore-failed",
  "starting",
  "stopped",
  "stopping",
]);

/** It answers all the while. */
const ANSWERING: ReadonlySet<string> = new Set([
  "available",
  "backing-up",
  "configuring-associated-roles",
  "configuring-enhanced-monitoring",
  "configuring-iam-database-auth",
  "configuring-log-exports",
  "incompatible-option-group",
  "modifying",
  "resetting-master-credentials",
  "snapshotting",
  "storage-config-upgrade",
  "storage-full",
  "storage-initialization",
  "storage-optimization",
]);

/** What the status of a database or a cache says of whether anything answers there; one that was not read says nothing. */
export function statusCheckpoints(id: string, member: string, status: string | undefined): Checkpoint[] {
  if (status === undefined || ANSWERING.has(status)) return [];
  const evidence = [{ resourceId: id, fact: `${member} ${status}` }];
  if (SILENT.has(status)) {
    const message = `${id} is ${status}: nothing answers there.`;
    const base = { direction: "forward" as const, effect: "connectivity" as const, resourceId: id, evidence };
    return [blockAll({ ...base, code: "BAD_STATE", message })];
  }
  // It restarts, or AWS has a new word for what it does.
  const message = `Whether ${id} answers while it is ${status} is not known.`;
  return [unknownPass({ code: "NOT_EVALUATED_TARGET_HEALTH", resourceId: id, message })];
}
