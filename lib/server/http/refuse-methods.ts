import type { ErrorBody } from "@/lib/contract/error-body";

/** HEAD and OPTIONS are Next's own. */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
type Refusals<Allowed extends Method> = Record<Exclude<Method, Allowed>, () => Response>;

/**
 * 405 in the API's own shape for every method that a path does not take: Next's would be empty. A route exports them
 * beside its own: `export const { POST, PUT, PATCH, DELETE } = refuseMethods("GET")`.
 */
export function refuseMethods<Allowed extends Method>(...allowed: Allowed[]): Refusals<Allowed> {
  const taken: readonly Method[] = allowed;
  const refused = methods.filter((method) => !taken.includes(method));
  const refuse = () => methodNotAllowed(taken);
  // `refused` holds just the names that the type leaves over.
  return Object.fromEntries(refused.map((method) => [method, refuse])) as Refusals<Allowed>;
}

function methodNotAllowed(allowed: readonly Method[]): Response {
  const body: ErrorBody = {
    error: {
      code: "method_not_allowed",
      message: `This path takes ${allowed.join(" and ")} only.`,
      nextStep: "Look at GET /api/openapi.json.",
    },
  };
  return Response.json(body, {
    status: 405,
    headers: { "cache-control": "no-store", allow: allowed.join(", ") },
  });
}
