import { z } from "zod";
import { endpoint } from "./endpoint";
import { operation } from "../operations";
import { apiPaths } from "../paths";
import { applyPlanInput, createPlanInput, plan, planExport, planList } from "../plans";
import { noBody, noQuery, read } from "./endpoint-parts";

/** A 50 MB zip (Lambda's limit for direct upload) in base64, with room for the rest. */
const MAX_PLAN_BYTES = 72 * 1024 * 1024;

const page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});

/** Intended changes. */
export const planEndpoints = {
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
} as const;
