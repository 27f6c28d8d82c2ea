import type { AwsError } from "../aws-error";

/** How a service that once spoke the query protocol names an error now, and in those terms too. */
export interface QueryCompatibleError {
  /** `ValidationError` is `ValidationException`. */
  shape: string;
  headers: { "x-amzn-query-error": string };
}

/** Smithy, `aws.protocols#awsQueryCompatible`: the names are those that the SDK's client states for its errors. */
export function queryCompatibleErrors(client: object): (error: AwsError) => QueryCompatibleError {
  const shapes = shapeNames(client);
  return (error) => {
    const type = error.httpStatus >= 500 ? "Receiver" : "Sender";
    return {
      shape: shapes.get(error.code) ?? error.code,
      headers: { "x-amzn-query-error": `${error.code};${type}` },
    };
  };
}

/** Query name of an error -> the name of its shape. */
function shapeNames(client: object): ReadonlyMap<string, string> {
  const names = Object.values(client).flatMap((value: unknown) => {
    // What the SDK exports for an error: `[-3, namespace, name, traits, …]`.
    if (!Array.isArray(value) || value[0] !== -3 || typeof value[2] !== "string") return [];
    const traits: unknown = value[3];
    const stated: unknown =
      typeof traits === "object" && traits !== null ? Reflect.get(traits, "awsQueryError") : undefined;
    return Array.isArray(stated) && typeof stated[0] === "string" ? [[stated[0], value[2]] as const] : [];
  });
  return new Map(names);
}
