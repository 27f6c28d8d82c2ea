/** The only place with path strings of the API. `{name}` stands for a path parameter, as OpenAPI writes it. */
export const apiPaths = {
  health: "/api/health",
  environment: "/api/environment",
  openapi: "/api/openapi.json",
  sandboxAdvance: "/api/sandbox/advance",
  snapshots: "/api/snapshots",
  snapshot: "/api/snapshots/{id}",
  snapshotCancel: "/api/snapshots/{id}/cancel",
  snapshotPin: "/api/snapshots/{id}/pin",
  snapshotCompare: "/api/snapshots/{id}/compare",
  snapshotCompareVerdicts: "/api/snapshots/{id}/compare/verdicts",
  retention: "/api/settings/retention",
  retentionPreview: "/api/settings/retention/preview",
  functions: "/api/functions",
  functionStates: "/api/function-states",
  function: "/api/functions/{name}",
  vpcs: "/api/vpcs",
  vpc: "/api/vpcs/{id}",
  vpcSecurityGroups: "/api/vpcs/{id}/security-groups",
  roles: "/api/roles",
  topology: "/api/topology",
  reachability: "/api/reachability",
  reachabilityMatrix: "/api/reachability/matrix",
  reachabilityTargets: "/api/reachability/targets",
  reachedBy: "/api/reachability/reached-by",
  reaches: "/api/reachability/reaches",
  ways: "/api/reachability/ways",
  crossCheck: "/api/reachability/cross-check",
  plans: "/api/plans",
  plan: "/api/plans/{id}",
  planExport: "/api/plans/{id}/export",
  planApply: "/api/plans/{id}/apply",
  operations: "/api/operations",
  operation: "/api/operations/{id}",
  operationEvents: "/api/operations/{id}/events",
  operationCancel: "/api/operations/{id}/cancel",
  operationRetry: "/api/operations/{id}/retry",
  operationRollback: "/api/operations/{id}/rollback",
  events: "/api/events",
  audit: "/api/audit",
} as const;

export type ApiPath = (typeof apiPaths)[keyof typeof apiPaths];

/** The names of a path's parameters. */
export type ParamOf<Path extends string> = Path extends `${string}{${infer Param}}${infer Rest}`
  ? Param | ParamOf<Rest>
  : never;

/** Fills `{…}` parameters and appends the query; undefined and empty values are left out. */
export function apiUrl<Path extends ApiPath>(
  path: Path,
  ...[options]: [ParamOf<Path>] extends [never]
    ? [options?: { query?: Record<string, string | number | boolean | undefined> }]
    : [
        options: {
          params: Record<ParamOf<Path>, string>;
          query?: Record<string, string | number | boolean | undefined>;
        },
      ]
): string {
  const params: Record<string, string> = options && "params" in options ? options.params : {};
  const filled = path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(options?.query ?? {})) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const query = search.toString();
  return query === "" ? filled : `${filled}?${query}`;
}
