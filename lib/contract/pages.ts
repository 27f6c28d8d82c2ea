import type { Route } from "next";

type Query = Record<string, string | undefined>;

function withQuery(path: string, query: Query = {}): Route {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return (text === "" ? path : `${path}?${text}`) as Route;
}

/** Links to the app's pages: the only place with their path strings. */
export const pages = {
  functions: (query?: { q?: string; vpcId?: string; state?: string; snapshotId?: string }) =>
    withQuery("/functions", query),
  function: (name: string, query?: { snapshotId?: string }) =>
    withQuery(`/functions/${encodeURIComponent(name)}`, query),
  newFunction: () => withQuery("/functions/new"),
  connect: (query: { functionName: string; vpcId?: string }) => withQuery("/connect", query),
  detach: (query: { functionName: string }) => withQuery("/connect/detach", query),
  topology: (query?: {
    vpcId?: string;
    selected?: string;
    snapshotId?: string;
    view?: "diagram" | "table";
    /** A question whose path is drawn. */
    from?: string;
    to?: string;
    protocol?: string;
    port?: string;
    subnet?: string;
    /** All that a connection reaches is drawn. */
    mode?: "reaches";
    connection?: string;
  }) => withQuery("/topology", query),
  reachability: (query?: {
    from?: string;
    to?: string;
    protocol?: string;
    port?: string;
    snapshotId?: string;
  }) => withQuery("/reachability", query),
  reachabilityMatrix: (query?: { q?: string; vpcId?: string; show?: "problems"; snapshotId?: string }) =>
    withQuery("/reachability/matrix", query),
  operations: () => withQuery("/operations"),
  operation: (id: string) => withQuery(`/operations/${encodeURIComponent(id)}`),
  snapshots: () => withQuery("/snapshots"),
  snapshot: (id: string) => withQuery(`/snapshots/${encodeURIComponent(id)}`),
  compareSnapshots: (id: string, query?: { with?: string; show?: "verdicts" }) =>
    withQuery(`/snapshots/${encodeURIComponent(id)}/compare`, query),
  importSnapshot: () => withQuery("/snapshots/import"),
  audit: () => withQuery("/audit"),
};
