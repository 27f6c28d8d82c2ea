import { endpoint } from "./endpoint";
import { auditList, auditQuery } from "../audit";
import { operation, operationList, operationListQuery } from "../operations";
import { apiPaths } from "../paths";
import { noBody, noQuery, read } from "./endpoint-parts";

/** Changes being carried out, and the record of who made them. */
export const operationEndpoints = {
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
