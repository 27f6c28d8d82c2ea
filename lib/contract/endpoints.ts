import { z } from "zod";
import { auditList, auditQuery } from "./audit";
import { endpoint } from "./endpoint";
import { advanceSandboxInput, environment, health, sandboxClock } from "./environment";
import { functionDetail, functionList, functionListQuery } from "./functions";
import { operation, operationList, operationListQuery } from "./operations";
import { apiPaths } from "./paths";
import { applyPlanInput, createPlanInput, plan, planExport, planList } from "./plans";
import { createSnapshotInput, snapshotList, snapshotSummary } from "./snapshots";
import { topology } from "./topology";
import { roleList, vpcDetail, vpcList } from "./vpcs";

const noBody = z.undefined();
const noQuery = z.object({});
const ofSnapshot = z.object({ snapshotId: z.string().optional() });
const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
const empty = z.undefined();

/** 256 MiB: the largest import. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024;
/** A 50 MB zip (Lambda's limit for direct upload) in base64, with room for the rest. */
const MAX_PLAN_BYTES = 72 * 1024 * 1024;

const read = { method: "GET", status: 200 } as const;

/** Every JSON endpoint of the API. The two event streams are listed in `lib/server/http/openapi.ts`. */
export const endpoints = {
  getHealth: endpoint({
    ...read,
    id: "getHealth",
    path: apiPaths.health,
    summary: "Whether the app is ready",
    permission: "health:read",
    query: noQuery,
    body: noBody,
    response: health,
  }),
  getEnvironment: endpoint({
    ...read,
    id: "getEnvironment",
    path: apiPaths.environment,
    summary: "Which AWS the app looks at",
    permission: "health:read",
    query: noQuery,
    body: noBody,
    response: environment,
  }),
  advanceSandbox: endpoint({
    id: "advanceSandbox",
    method: "POST",
    status: 200,
    path: apiPaths.sandboxAdvance,
    summary: "Advance the sandbox's clock",
    permission: "sandbox:advance",
    query: noQuery,
    body: advanceSandboxInput,
    response: sandboxClock,
  }),

  listSnapshots: endpoint({
    ...read,
    id: "listSnapshots",
    path: apiPaths.snapshots,
    summary: "List snapshots, newest first",
    permission: "snapshots:read",
    query: noQuery,
    body: noBody,
    response: snapshotList,
  }),
  createSnapshot: endpoint({
    id: "createSnapshot",
    method: "POST",
    status: 201,
    path: apiPaths.snapshots,
    summary: "Read AWS, or import recorded answers (`Prefer: respond-async` answers 202 at once)",
    permission: "snapshots:collect",
    query: noQuery,
    body: createSnapshotInput,
    response: snapshotSummary,
    maxBodyBytes: MAX_IMPORT_BYTES,
  }),
  getSnapshot: endpoint({
    ...read,
    id: "getSnapshot",
    path: apiPaths.snapshot,
    summary: "One snapshot with its counts and coverage",
    permission: "snapshots:read",
    query: noQuery,
    body: noBody,
    response: snapshotSummary,
  }),
  cancelSnapshot: endpoint({
    id: "cancelSnapshot",
    method: "POST",
    status: 202,
    path: apiPaths.snapshotCancel,
    summary: "Stop collecting",
    permission: "snapshots:collect",
    query: noQuery,
    body: noBody,
    response: snapshotSummary,
  }),
  deleteSnapshot: endpoint({
    id: "deleteSnapshot",
    method: "DELETE",
    status: 204,
    path: apiPaths.snapshot,
    summary: "Delete a snapshot",
    permission: "snapshots:delete",
    query: noQuery,
    body: noBody,
    response: empty,
  }),

  listFunctions: endpoint({
    ...read,
    id: "listFunctions",
    path: apiPaths.functions,
    summary: "List functions",
    permission: "functions:read",
    query: functionListQuery,
    body: noBody,
    response: functionList,
  }),
  getFunction: endpoint({
    ...read,
    id: "getFunction",
    path: apiPaths.function,
    summary: "One function and how it is connected",
    permission: "functions:read",
    query: ofSnapshot,
    body: noBody,
    response: functionDetail,
  }),

  listVpcs: endpoint({
    ...read,
    id: "listVpcs",
    path: apiPaths.vpcs,
    summary: "List VPCs",
    permission: "topology:read",
    query: ofSnapshot,
    body: noBody,
    response: vpcList,
  }),
  getVpc: endpoint({
    ...read,
    id: "getVpc",
    path: apiPaths.vpc,
    summary: "A VPC's subnets and security groups",
    permission: "topology:read",
    query: ofSnapshot,
    body: noBody,
    response: vpcDetail,
  }),
  listRoles: endpoint({
    ...read,
    id: "listRoles",
    path: apiPaths.roles,
    summary: "Execution roles that Lambda may assume",
    permission: "plans:create",
    query: noQuery,
    body: noBody,
    response: roleList,
  }),
  getTopology: endpoint({
    ...read,
    id: "getTopology",
    path: apiPaths.topology,
    summary: "The diagram of a VPC as nodes and edges",
    permission: "topology:read",
    query: ofSnapshot.extend({ vpcId: z.string().optional() }),
    body: noBody,
    response: topology,
  }),

  listPlans: endpoint({
    ...read,
    id: "listPlans",
    path: apiPaths.plans,
    summary: "List plans, newest first",
    permission: "plans:read",
    query: page,
    body: noBody,
    response: planList,
  }),
  createPlan: endpoint({
    id: "createPlan",
    method: "POST",
    status: 201,
    path: apiPaths.plans,
    summary: "Plan a change: checks, steps and what it will do",
    permission: "plans:create",
    query: noQuery,
    body: createPlanInput,
    response: plan,
    maxBodyBytes: MAX_PLAN_BYTES,
  }),
  getPlan: endpoint({
    ...read,
    id: "getPlan",
    path: apiPaths.plan,
    summary: "One plan",
    permission: "plans:read",
    query: noQuery,
    body: noBody,
    response: plan,
  }),
  exportPlan: endpoint({
    ...read,
    id: "exportPlan",
    path: apiPaths.planExport,
    summary: "The same change for other tools",
    permission: "plans:read",
    query: z.object({ format: z.enum(["cli"]).default("cli") }),
    body: noBody,
    response: planExport,
  }),
  applyPlan: endpoint({
    id: "applyPlan",
    method: "POST",
    status: 202,
    path: apiPaths.planApply,
    summary: "Carry a plan out",
    permission: "plans:apply",
    query: noQuery,
    body: applyPlanInput,
    response: operation,
  }),

  listOperations: endpoint({
    ...read,
    id: "listOperations",
    path: apiPaths.operations,
    summary: "List operations, newest first",
    permission: "operations:read",
    query: operationListQuery,
    body: noBody,
    response: operationList,
  }),
  getOperation: endpoint({
    ...read,
    id: "getOperation",
    path: apiPaths.operation,
    summary: "One operation with every transition it saw",
    permission: "operations:read",
    query: noQuery,
    body: noBody,
    response: operation,
  }),
  cancelOperation: endpoint({
    id: "cancelOperation",
    method: "POST",
    status: 202,
    path: apiPaths.operationCancel,
    summary: "Stop what has not begun",
    permission: "operations:act",
    query: noQuery,
    body: noBody,
    response: operation,
  }),
  retryOperation: endpoint({
    id: "retryOperation",
    method: "POST",
    status: 202,
    path: apiPaths.operationRetry,
    summary: "Try a failed operation again",
    permission: "operations:act",
    query: noQuery,
    body: noBody,
    response: operation,
  }),
  rollbackOperation: endpoint({
    id: "rollbackOperation",
    method: "POST",
    status: 202,
    path: apiPaths.operationRollback,
    summary: "Put the function back as it was",
    permission: "operations:act",
    query: noQuery,
    body: noBody,
    response: operation,
  }),

  listAudit: endpoint({
    ...read,
    id: "listAudit",
    path: apiPaths.audit,
    summary: "Who changed what, newest first",
    permission: "audit:read",
    query: auditQuery,
    body: noBody,
    response: auditList,
  }),
} as const;
