export interface Migration {
  /** The file's name without `.sql`; applied in this order. */
  name: string;
  statements: readonly string[];
}
