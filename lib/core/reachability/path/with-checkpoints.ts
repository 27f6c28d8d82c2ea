import type { Checkpoint } from "../filters/checkpoint";
import type { Path } from "./path";

/** With more on its way. Without spreading: what a path works out when it is asked for stays so. */
export function withCheckpoints(
  path: Path,
  before: readonly Checkpoint[],
  after: readonly Checkpoint[],
): Path {
  if (before.length === 0 && after.length === 0) return path;
  return new OtherPath(path, [...before, ...path.checkpoints, ...after]);
}

/** With these in place of its own. */
export function withOnly(path: Path, checkpoints: readonly Checkpoint[]): Path {
  return new OtherPath(path, checkpoints);
}

class OtherPath implements Path {
  constructor(
    private readonly path: Path,
    readonly checkpoints: readonly Checkpoint[],
  ) {}

  get end() {
    return this.path.end;
  }

  get arrival() {
    return this.path.arrival;
  }

  get endsBeforeAnotherVpc() {
    return this.path.endsBeforeAnotherVpc;
  }

  get forward() {
    return this.path.forward;
  }

  get returnLegs() {
    return this.path.returnLegs;
  }

  get notes() {
    return this.path.notes;
  }
}
