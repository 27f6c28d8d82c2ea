import type { Checkpoint } from "../filters/checkpoint";
import type { Path } from "./path";

/** Without spreading: what a path works out when it is asked for stays so. */
export function withCheckpoints(
  path: Path,
  before: readonly Checkpoint[],
  after: readonly Checkpoint[],
): Path {
  if (before.length === 0 && after.length === 0) return path;
  return {
    checkpoints: [...before, ...path.checkpoints, ...after],
    end: path.end,
    arrival: path.arrival,
    endsInVpc: path.endsInVpc,
    get forward() {
      return path.forward;
    },
    get returnLegs() {
      return path.returnLegs;
    },
    get notes() {
      return path.notes;
    },
  };
}
