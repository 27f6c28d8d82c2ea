const toNumber = (text: string) => Number(text);
const parseJson = (text: string): unknown => JSON.parse(text);

/**
 * PostgreSQL type OID (pg_type.dat) to parser, given to both drivers, so that `count(*)` is a number on both. Beyond
 * 2^53 numbers would lose digits; nothing here counts that far. Timestamps of raw SQL stay text on both (drizzle's own
 * rule); columns of the schema come as Date.
 */
export const typeParsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: toNumber, // int8
  114: parseJson, // json
  1700: toNumber, // numeric
  3802: parseJson, // jsonb
};
