/** A place in a document as IAM counts: lines and columns from one. */
export interface DocumentPosition {
  Line: number;
  Column: number;
}

export interface StatementPlace {
  StartPosition: DocumentPosition;
  EndPosition: DocumentPosition;
}

function toPosition(text: string, offset: number): DocumentPosition {
  const before = text.slice(0, offset);
  return { Line: before.split("\n").length, Column: offset - before.lastIndexOf("\n") };
}

/** The offset after a string that begins at `start`. */
function skipString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

/** Where each statement of a valid policy document stands, in their order: `{…}`, or each `{…}` of a list. */
export function locateStatements(text: string): StatementPlace[] {
  const places: StatementPlace[] = [];
  let depth = 0;
  let begun: { at: number; depth: number } | undefined;
  let lastString = "";
  let isInStatements = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      const end = skipString(text, at);
      lastString = text.slice(at + 1, end - 1);
      at = end - 1;
    } else if (char === "{" || char === "[") {
      if (depth === 1) isInStatements = lastString === "Statement";
      if (char === "{" && isInStatements) begun ??= { at, depth };
      depth += 1;
    } else if (char === "}" || char === "]") {
      depth -= 1;
      if (begun?.depth !== depth) continue;
      places.push({ StartPosition: toPosition(text, begun.at), EndPosition: toPosition(text, at + 1) });
      begun = undefined;
    }
  }
  return places;
}
