import { endpoint } from "./endpoint";
import { advanceSandboxInput, environment, health, sandboxClock } from "../environment";
import { apiPaths } from "../paths";
import { noBody, noQuery, read } from "./endpoint-parts";

/** What the app is and where it looks. */
export const environmentEndpoints = {
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
} as const;
