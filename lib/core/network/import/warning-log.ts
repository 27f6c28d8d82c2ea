import type { SnapshotWarning } from "../snapshot";

/** Of each code; a file that is odd throughout would otherwise be mostly warnings. */
export const MAX_WARNINGS_PER_CODE = 100;

export interface WarningLog {
  add(warning: SnapshotWarning): void;
  /** In order of finding; what was too much is one line per code at the end. */
  list(): SnapshotWarning[];
}

export function createWarningLog(): WarningLog {
  const kept: SnapshotWarning[] = [];
  const found = new Map<SnapshotWarning["code"], number>();
  return {
    add(warning) {
      const count = (found.get(warning.code) ?? 0) + 1;
      found.set(warning.code, count);
      if (count <= MAX_WARNINGS_PER_CODE) kept.push(warning);
    },
    list() {
      const more = [...found].filter(([, count]) => count > MAX_WARNINGS_PER_CODE);
      return [
        ...kept,
        ...more.map(([code, count]) => ({
          code,
          message: `and ${count - MAX_WARNINGS_PER_CODE} more of the same kind`,
        })),
      ];
    },
  };
}
