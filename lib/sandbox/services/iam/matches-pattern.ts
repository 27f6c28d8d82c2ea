/** Whether text fits a pattern with AWS's wildcards: `*` any run, `?` any one character. */
export function matchesPattern(
  pattern: string,
  text: string,
  options: { ignoreCase?: boolean } = {},
): boolean {
  const source = Array.from(pattern)
    .map((char) => (char === "*" ? "[^]*" : char === "?" ? "[^]" : char.replace(/[.+^${}()|[\]\\]/g, "\\$&")))
    .join("");
  return new RegExp(`^${source}$`, options.ignoreCase === true ? "i" : "").test(text);
}
