import type { JsonPosition } from "../import-error";

export interface JsonError extends JsonPosition {
  problem: string;
}

/** Nothing that AWS answers is nested nearly as deep; deeper would overflow the stack of whoever reads it next. */
export const MAX_JSON_DEPTH = 200;

const WHITESPACE = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Mismatch extends Error {
  readonly offset: number;
  constructor(expected: string, offset: number) {
    super(expected);
    this.offset = offset;
  }
}

/**
 * Where a text stops being JSON. V8's own message has no position for some mistakes and another wording in every
 * version, so this is asked when `JSON.parse` has failed; undefined for a text that is JSON (RFC 8259).
 */
export function findJsonError(text: string): JsonError | undefined {
  try {
    const end = skip(text, value(text, skip(text, 0), 0));
    if (end < text.length) throw new Mismatch("the end of the document", end);
    return undefined;
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    return { ...positionAt(text, error.offset), problem: describe(text, error) };
  }
}

function value(text: string, at: number, depth: number): number {
  if (depth > MAX_JSON_DEPTH) throw new Mismatch(`at most ${MAX_JSON_DEPTH} levels of nesting`, at);
  switch (text[at]) {
    case "{":
      return list(text, at + 1, "}", (start) => {
        const colon = skip(text, token(text, start, STRING, "a name in double quotes"));
        if (text[colon] !== ":") throw new Mismatch("`:`", colon);
        return value(text, skip(text, colon + 1), depth + 1);
      });
    case "[":
      return list(text, at + 1, "]", (start) => value(text, start, depth + 1));
    case '"':
      return token(text, at, STRING, "a string that ends");
    case undefined:
    default:
      return token(text, at, SCALAR, "a value");
  }
}

function list(text: string, start: number, close: string, item: (at: number) => number): number {
  let at = skip(text, start);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, item(at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ",") throw new Mismatch(`\`,\` or \`${close}\``, at);
    at = skip(text, at + 1);
  }
}

function token(text: string, at: number, pattern: RegExp, expected: string): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw new Mismatch(expected, at);
  return pattern.lastIndex;
}

function skip(text: string, at: number): number {
  WHITESPACE.lastIndex = at;
  WHITESPACE.test(text);
  return WHITESPACE.lastIndex;
}

function positionAt(text: string, offset: number): JsonPosition {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

function describe(text: string, { message, offset }: Mismatch): string {
  const found = offset < text.length ? `\`${text.slice(offset, offset + 12)}\`` : "the end of the document";
  return `expected ${message}, found ${found}`;
}
