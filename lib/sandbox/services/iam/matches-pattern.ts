/** Stand for a `*` and a `?` that mean themselves: a pattern may hold them where its text came from elsewhere. */
export const LITERAL_STAR = "\ue000";
export const LITERAL_QUESTION_MARK = "\ue001";

const SPECIAL: Readonly<Record<string, string>> = {
  "*": "[^]*",
  "?": "[^]",
  [LITERAL_STAR]: `[*${LITERAL_STAR}]`,
  [LITERAL_QUESTION_MARK]: `[?${LITERAL_QUESTION_MARK}]`,
};

/** Every call is authorized against the same few patterns: compiling them each time would dominate it. */
const compiled = new Map<string, RegExp>();
const MAX_COMPILED = 10_000;

/** Whether text fits a pattern with AWS's wildcards: `*` any run, `?` any one character. */
export function matchesPattern(
  pattern: string,
  text: string,
  options: { ignoreCase?: boolean } = {},
): boolean {
  const flags = options.ignoreCase === true ? "i" : "";
  const key = `${flags}/${pattern}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    expression = compile(pattern, flags);
    compiled.set(key, expression);
  }
  return expression.test(text);
}

function compile(pattern: string, flags: string): RegExp {
  // A run of stars is one star: many in a row would make the expression backtrack.
  const source = Array.from(pattern.replace(/\*{2,}/g, "*"))
    .map((char) => SPECIAL[char] ?? char.replace(/[.+^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`, flags);
}
