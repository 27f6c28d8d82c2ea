import { AwsError } from "../../../aws-error";
import { idError, type IdKind } from "../describe/pick-by-ids";

/** A required parameter is absent. `name` is the wire's. */
export function missingParameter(name: string): AwsError {
  return new AwsError("MissingParameter", `The request must contain the parameter ${name}`);
}

/**
 * The one resource that a request names by a required parameter. Throws MissingParameter, or the kind's own error for
 * an id that does not exist.
 */
export function getKnown<Resource>(
  resources: readonly Resource[],
  kind: IdKind & { idOf: (resource: Resource) => string | undefined },
  id: string | undefined,
  parameter: string,
): Resource {
  if (id === undefined || id === "") throw missingParameter(parameter);
  const found = resources.find((resource) => kind.idOf(resource) === id);
  if (found === undefined) throw idError(kind, id);
  return found;
}
