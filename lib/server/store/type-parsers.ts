import pg from "pg";

const toNumber = (text: string) => Number(text);
const parseJson = (text: string): unknown => JSON.parse(text);

/**
 * Type and parser, given to both drivers, so that `count(*)` is a number on both. Beyond 2^53 numbers would lose
 * digits; nothing here counts that far. Timestamps of raw SQL stay text on both (drizzle's own rule); columns of the
 * schema come as Date.
 */
export const typeParsers = [
  { type: pg.types.builtins.INT8, parse: toNumber },
  { type: pg.types.builtins.NUMERIC, parse: toNumber },
  { type: pg.types.builtins.JSON, parse: parseJson },
  { type: pg.types.builtins.JSONB, parse: parseJson },
] as const;
