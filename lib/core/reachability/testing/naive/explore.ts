import { Blocked, Lost, type NaiveAnswer, type Walk } from "./walk";

type Kind = "sometimes" | "either";

/** A choice that the walk has to make and that was not made for it. */
class Undecided extends Error {
  override readonly name = "Undecided";

  constructor(
    readonly kind: Kind,
    readonly count: number,
    readonly among: string,
  ) {
    super(kind);
  }
}

/** Goes once for each way that AWS may choose. `go` gives what it passed without being sure of it. */
export function explore(
  go: (choose: Walk["choose"]) => string[],
  choices: ReadonlyMap<string, number> = new Map(),
): NaiveAnswer {
  // One flow is treated alike wherever it comes by the same place again, on its way back too.
  const choose: Walk["choose"] = (kind, count, among) => {
    const choice = choices.get(among);
    if (choice === undefined) throw new Undecided(kind, count, among);
    return choice;
  };
  try {
    return attempt(() => go(choose));
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    const { kind, count, among } = error;
    const ways = Array.from({ length: count }, (_, index) =>
      explore(go, new Map([...choices, [among, index]])),
    );
    return together(kind, ways);
  }
}

/** `sometimes` happens now this way, now that; of `either` one holds and it is not known which; `every` must hold. */
export function together(kind: Kind | "every", answers: readonly NaiveAnswer[]): NaiveAnswer {
  const verdicts = answers.map(({ verdict }) => verdict);
  const reasons = [...new Set(answers.flatMap((answer) => answer.reasons))];
  const [first = "unknown"] = verdicts;
  if (verdicts.every((verdict) => verdict === first)) return { verdict: first, reasons };
  if (kind === "either") return { verdict: "unknown", reasons };
  if (kind === "every" && verdicts.includes("unreachable")) return { verdict: "unreachable", reasons };
  if (kind === "every" && verdicts.includes("unknown")) return { verdict: "unknown", reasons };
  const isBoth = verdicts.includes("reachable") && verdicts.includes("unreachable");
  return { verdict: isBoth || verdicts.includes("mixed") ? "mixed" : "unknown", reasons };
}

function attempt(go: () => string[]): NaiveAnswer {
  try {
    const doubts = go();
    return {
      verdict: doubts.length > 0 ? "unknown" : "reachable",
      reasons: doubts.length > 0 ? doubts : ["REACHED"],
    };
  } catch (error) {
    if (error instanceof Blocked) return { verdict: "unreachable", reasons: [error.message] };
    if (error instanceof Lost) return { verdict: "unknown", reasons: [error.message] };
    throw error;
  }
}
