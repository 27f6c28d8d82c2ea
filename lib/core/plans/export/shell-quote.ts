const plain = /^[A-Za-z0-9_./:=@%+,-]+$/;

/** A word as a POSIX shell reads it back unchanged. */
export function shellQuote(word: string): string {
  if (plain.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
