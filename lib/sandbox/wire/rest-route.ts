import type { OperationSchema } from "./operation-schema";

/** An operation's method and path, ready to match. */
export interface RestRoute {
  operation: OperationSchema;
  method: string;
  pattern: RegExp;
  labels: string[];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The route of an operation, or undefined for one without an HTTP binding. `{Label+}` takes slashes too. */
export function toRestRoute(operation: OperationSchema): RestRoute | undefined {
  if (operation.http === undefined) return undefined;
  const labels: string[] = [];
  const [path = ""] = operation.http.uri.split("?");
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith("{")) return escapePattern(part);
      const isGreedy = part.endsWith("+}");
      labels.push(part.slice(1, isGreedy ? -2 : -1));
      return isGreedy ? "(.+)" : "([^/]+)";
    })
    .join("");
  return { operation, method: operation.http.method, pattern: new RegExp(`^${pattern}/?$`), labels };
}

/** The first route that takes this method and path, with its labels decoded. Throws URIError on broken percent signs. */
export function matchRestRoute(
  routes: readonly RestRoute[],
  method: string,
  path: string,
): { operation: OperationSchema; labels: Record<string, string> } | undefined {
  for (const route of routes) {
    const found = route.method === method ? route.pattern.exec(path) : null;
    if (found === null) continue;
    const labels = route.labels.map(
      (label, index) => [label, decodeURIComponent(found[index + 1] ?? "")] as const,
    );
    return { operation: route.operation, labels: Object.fromEntries(labels) };
  }
  return undefined;
}
