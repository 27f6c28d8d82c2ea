import { LITERAL_QUESTION_MARK, LITERAL_STAR } from "../matches-pattern";
import { valuesOf, type ConditionContext } from "./condition-context";

/** `${aws:username}`, `${aws:username, 'nobody'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. */
const VARIABLE = /\$\{\s*([^},]+?)\s*(?:,\s*'([^']*)')?\s*\}/g;

const CHARACTERS: Readonly<Record<string, string>> = {
  "*": LITERAL_STAR,
  "?": LITERAL_QUESTION_MARK,
  $: "$",
};

function literal(text: string): string {
  return text.replaceAll("*", LITERAL_STAR).replaceAll("?", LITERAL_QUESTION_MARK);
}

/** Keys whose values the variables of a pattern need and that have no default. */
export function variablesOf(pattern: string): string[] {
  return [...pattern.matchAll(VARIABLE)].flatMap(([, key = "", fallback]) =>
    fallback === undefined && CHARACTERS[key] === undefined ? [key] : [],
  );
}

/**
 * A pattern with its variables replaced ("IAM policy elements: Variables and tags"); undefined where one has no single
 * value, which makes what it stands in match nothing.
 */
export function expandVariables(pattern: string, context: ConditionContext): string | undefined {
  if (!pattern.includes("${")) return pattern;
  const missing: string[] = [];
  const expanded = pattern.replace(VARIABLE, (_all, key: string, fallback: string | undefined) => {
    const character = CHARACTERS[key];
    if (character !== undefined) return character;
    const values = valuesOf(context, key);
    const value = values?.length === 1 ? values[0] : fallback;
    if (value === undefined) missing.push(key);
    return literal(value ?? "");
  });
  return missing.length === 0 ? expanded : undefined;
}
