/** The first text that says something: exporters print "" for what a resource does not have. */
export function firstTold(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => Boolean(text));
}
