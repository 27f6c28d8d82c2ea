import type { Executor } from "./database";

/** One statement with `$1` parameters inside `executor`: its session knows both drivers. */
export async function executeSqlIn(
  executor: Executor,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: unknown[] }> {
  const query = executor._.session.prepareQuery<{
    execute: { rows: unknown[] };
    all: unknown;
    values: unknown;
  }>({ sql: text, params: values }, undefined, undefined, false);
  return query.execute();
}
