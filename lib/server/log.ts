export type LogLevel = "info" | "warn" | "error";
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** One line per event. Never credentials, never request or response bodies: fields are scalars on purpose. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `fields` and, apart from them, what was thrown: its stack and causes are written. */
  error(message: string, fields?: LogFields, thrown?: unknown): void;
}

type Write = (line: string) => void;

/** The stack of an error and of its causes, on one line. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? text : `${text} | caused by ${describe(error.cause)}`;
}

/** JSON lines to `write` (stderr by default, so that stdout stays free for what a script prints). */
export function createLog(now: () => Date, write: Write = (line) => process.stderr.write(line)): Log {
  const emit = (level: LogLevel, message: string, fields: Record<string, unknown> = {}) => {
    write(`${JSON.stringify({ at: now().toISOString(), level, message, ...fields })}\n`);
  };
  return {
    info: (message, fields) => {
      emit("info", message, fields);
    },
    warn: (message, fields) => {
      emit("warn", message, fields);
    },
    error: (message, fields, thrown) => {
      emit("error", message, thrown === undefined ? fields : { ...fields, error: describe(thrown) });
    },
  };
}
