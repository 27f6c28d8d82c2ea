/** PostgreSQL's code for a row that others refer to, or that refers to none. */
export const FOREIGN_KEY_VIOLATION = "23503";

/** PostgreSQL's error code, looked for behind drizzle's own error; undefined where there is none. */
export function sqlStateOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return "code" in error ? error.code : sqlStateOf(error.cause);
}
