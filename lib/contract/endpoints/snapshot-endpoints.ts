import { endpoint } from "./endpoint";
import { MAX_COMPARED_VERDICTS, MAX_IMPORT_BYTES } from "../limits";
import { apiPaths } from "../paths";
import { retentionPreview, retentionPreviewQuery, retentionRule } from "../retention";
import { comparisonQuery, snapshotComparison } from "../snapshot-comparison";
import { verdictComparison, verdictComparisonQuery } from "../reachability/verdict-comparison";
import { createSnapshotInput, pinSnapshotInput, snapshotList, snapshotSummary } from "../snapshots";
import { noBody, noQuery, read } from "./endpoint-parts";

/** Reading AWS, and recorded answers of it. */
export const snapshotEndpoints = {
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

  pinSnapshot: endpoint({
    id: "pinSnapshot",
    method: "POST",
    status: 200,
    path: apiPaths.snapshotPin,
    summary: "Keep a snapshot whatever the retention rule says, or no longer",
    permission: "snapshots:delete",
    query: noQuery,
    body: pinSnapshotInput,
    response: snapshotSummary,
  }),

  compareSnapshots: endpoint({
    ...read,
    id: "compareSnapshots",
    path: apiPaths.snapshotCompare,
    summary: "What differs in a snapshot from an earlier one (`with`), by resource and field",
    permission: "snapshots:read",
    query: comparisonQuery,
    body: noBody,
    response: snapshotComparison,
  }),

  compareVerdicts: endpoint({
    ...read,
    id: "compareVerdicts",
    path: apiPaths.snapshotCompareVerdicts,
    summary: `Which verdicts differ in a snapshot from an earlier one (\`with\`): of each connection that is in both, on the targets of its VPC; more than ${MAX_COMPARED_VERDICTS} verdicts are 413`,
    permission: "reachability:read",
    query: verdictComparisonQuery,
    body: noBody,
    response: verdictComparison,
  }),

  getRetention: endpoint({
    ...read,
    id: "getRetention",
    path: apiPaths.retention,
    summary: "Which snapshots are kept",
    permission: "snapshots:read",
    query: noQuery,
    body: noBody,
    response: retentionRule,
  }),

  previewRetention: endpoint({
    ...read,
    id: "previewRetention",
    path: apiPaths.retentionPreview,
    summary: "Why each snapshot is kept and until when, and what a rule would delete now",
    permission: "snapshots:read",
    query: retentionPreviewQuery,
    body: noBody,
    response: retentionPreview,
  }),

  setRetention: endpoint({
    id: "setRetention",
    method: "POST",
    status: 200,
    path: apiPaths.retention,
    summary: "Change which snapshots are kept; what is over goes at once",
    permission: "settings:change",
    query: noQuery,
    body: retentionRule,
    response: retentionRule,
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
    response: noBody,
  }),
} as const;
