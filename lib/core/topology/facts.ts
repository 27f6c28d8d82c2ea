import type { Fact } from "./graph";

/** Facts worth showing: those whose value is known. */
export function facts(
  ...rows: (Fact | [label: string, value: string | number | null | undefined])[]
): Fact[] {
  return rows.flatMap((row) => {
    if (!Array.isArray(row)) return [row];
    const [label, value] = row;
    return value === null || value === undefined || value === "" ? [] : [{ label, value: String(value) }];
  });
}

/** The same for ids, CIDRs and ARNs. */
export function monoFact(label: string, value: string | null | undefined): [string, undefined] | Fact {
  return value === null || value === undefined || value === ""
    ? [label, undefined]
    : { label, value, mono: true };
}

/** `3 functions`, `1 function`, `1,200 functions`. */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString("en")} ${noun}${amount === 1 ? "" : "s"}`;
}
