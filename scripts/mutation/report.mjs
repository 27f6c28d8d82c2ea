import { folderOf } from "./engine-files.mjs";

/** For each folder how many mutants were noticed, how many live, and the score in per cent. */
export function scoreByFolder(mutants, lives) {
  const counts = new Map();
  for (const one of mutants) {
    if (one.mutant.status === "Ignored") continue;
    for (const key of [folderOf(one.file), "all"]) {
      const count = counts.get(key) ?? { noticed: 0, survived: 0 };
      count[lives(one) ? "survived" : "noticed"] += 1;
      counts.set(key, count);
    }
  }
  return Object.fromEntries(
    [...counts].map(([key, { noticed, survived }]) => {
      const score = Math.round((1000 * noticed) / (noticed + survived)) / 10;
      return [key, { noticed, survived, score }];
    }),
  );
}

/** Where it is, what stood there, and what the mutant says instead. */
export function describeSurvivor({ file, source, mutant }) {
  const { start, end } = mutant.location;
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length === 1 ? end.column - 1 : undefined;
  const original = `${lines[0].slice(start.column - 1, last)}${lines.length > 1 ? " …" : ""}`;
  const replacement = (mutant.replacement ?? "").replaceAll(/\s+/g, " ");
  return `${file}:${start.line} ${mutant.mutatorName}: ${original} => ${replacement}`;
}
