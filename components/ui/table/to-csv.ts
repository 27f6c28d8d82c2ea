/**
 * Rows as RFC 4180 text with CRLF. A cell that a spreadsheet would run as a formula gets an apostrophe before it:
 * names and tags come from whoever may tag a resource.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => row.map(toCell).join(",")).join("\r\n") + "\r\n";
}

function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
