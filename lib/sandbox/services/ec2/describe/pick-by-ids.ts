import { AwsError } from "../../../aws-error";

/** How an operation words its complaints about ids: EC2's codes are irregular, so each kind states its own. */
export interface IdKind {
  /** `subnet` of `subnet-0abc`. */
  prefix: string;
  notFoundCode: string;
  /** The sentence, with `{id}` in it. */
  notFoundMessage: string;
  /** Absent where EC2's list of codes has none: what cannot exist is not found. */
  malformedCode?: string;
}

/** EC2's bound on ids in one call. */
const MAX_IDS = 1000;

/** The error for an id that does not exist, or that cannot. */
export function idError(kind: IdKind, id: string): AwsError {
  if (kind.malformedCode !== undefined && !id.startsWith(`${kind.prefix}-`)) {
    return new AwsError(kind.malformedCode, `Invalid id: "${id}" (expecting "${kind.prefix}-...")`);
  }
  return new AwsError(
    kind.notFoundCode,
    kind.notFoundMessage.replace("{id}", () => id),
  );
}

/** The resources with these ids, all of them or an error: EC2 is strict about ids. Without ids, every resource. */
export function pickByIds<Resource>(
  resources: readonly Resource[],
  ids: readonly string[] | undefined,
  kind: IdKind & { idOf: (resource: Resource) => string | undefined },
): Resource[] {
  if (ids === undefined || ids.length === 0) return [...resources];
  if (ids.length > MAX_IDS) {
    throw new AwsError("InvalidParameterValue", `The number of ids exceeds the limit of ${String(MAX_IDS)}.`);
  }
  const byId = new Map(resources.map((resource) => [kind.idOf(resource), resource]));
  const picked = [...new Set(ids)].map((id) => {
    const resource = byId.get(id);
    if (resource === undefined) throw idError(kind, id);
    return resource;
  });
  return picked;
}
