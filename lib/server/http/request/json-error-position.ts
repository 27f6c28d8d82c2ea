const token =
  /\s*(?:(?<open>[{[])|(?<close>[}\]])|(?<separator>[,:])|(?<string>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expect = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close" | "end";

/**
 * Where a text that `JSON.parse` refused stops being JSON, as an index from 0; its length where it only ends too soon.
 * Node's own message often holds no position, and quotes the body, which must not be echoed.
 */
export function jsonErrorPosition(text: string): number {
  const stack: ("{" | "[")[] = [];
  let expect: Expect = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    const next = step(expect, stack, match.groups ?? {});
    if (next === undefined) return at + (match[0].length - match[0].trimStart().length);
    expect = next;
    at = token.lastIndex;
  }
}

/** What may follow this token, or undefined where the token itself may not stand here. Keeps `stack`. */
function step(
  expect: Expect,
  stack: ("{" | "[")[],
  groups: Record<string, string | undefined>,
): Expect | undefined {
  const { open, close, separator, string, scalar } = groups;
  const wantsValue = expect === "value" || expect === "value-or-close";
  const afterValue = (): Expect => (stack.length === 0 ? "end" : "comma-or-close");
  if (open === "{" || open === "[") {
    if (!wantsValue) return undefined;
    stack.push(open);
    return open === "{" ? "key-or-close" : "value-or-close";
  }
  if (close !== undefined) {
    const isClosable =
      expect === "comma-or-close" || expect === "value-or-close" || expect === "key-or-close";
    if (!isClosable || stack.at(-1) !== (close === "}" ? "{" : "[")) return undefined;
    stack.pop();
    return afterValue();
  }
  if (separator === ":") return expect === "colon" ? "value" : undefined;
  if (separator === ",") {
    if (expect !== "comma-or-close") return undefined;
    return stack.at(-1) === "{" ? "key" : "value";
  }
  if (string !== undefined && (expect === "key" || expect === "key-or-close")) return "colon";
  return (string !== undefined || scalar !== undefined) && wantsValue ? afterValue() : undefined;
}
