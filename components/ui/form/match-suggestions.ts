export interface Suggestion {
  value: string;
  label: string;
  /** What kind of thing it is, or where; found by the search too. */
  detail?: string | undefined;
}

/** Those that hold every word typed, names that begin with it first; all where nothing is typed. */
export function matchSuggestions(suggestions: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return suggestions;
  const found = suggestions.filter(({ value, label, detail = "" }) => {
    const text = `${label} ${detail} ${value}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label }: Suggestion) => label.toLowerCase().startsWith(first);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

/** The one that was typed out in full, by its name or its value. */
export function findSuggestion(suggestions: readonly Suggestion[], typed: string): Suggestion | undefined {
  const text = typed.trim().toLowerCase();
  if (text === "") return undefined;
  return suggestions.find(({ value, label }) => label.toLowerCase() === text || value.toLowerCase() === text);
}
