import type { Evidence, Explanation, NotEvaluated } from "../trace";
import { ALL_TRAFFIC, NO_TRAFFIC, type Traffic } from "../sets/traffic";

/**
 * What one place on a path lets through: `must` for certain, `may` perhaps (more than `must` where something is not
 * known). On the way forward ports are destination ports; on the way back they are those the sender uses.
 */
export interface Checkpoint {
  must: Traffic;
  may: Traffic;
  /** Why it stops these packets, which are outside `may`. */
  explain: (stopped: Traffic) => Explanation[];
  /** The rules that let any of this traffic through, where it is rules that decide. */
  admit?: (passing: Traffic) => Evidence[];
  /** Why `must` is less than `may`. */
  missing: readonly NotEvaluated[];
  /** It stops everything: nothing else need be asked where a verdict alone is wanted. */
  isTotal?: boolean;
  /** It goes by the kind of traffic alone, whoever sends it. */
  isForAll?: boolean;
}

/**
 * One that is worked out when it is first looked at: most questions are settled by the others. A class, because V8 keeps
 * what a literal with getters holds until its next full collection: in a matrix that took longer than the walks.
 */
export class LazyCheckpoint implements Checkpoint {
  #made: Checkpoint | undefined;

  constructor(private readonly make: () => Checkpoint) {}

  get must() {
    return this.#get().must;
  }

  get may() {
    return this.#get().may;
  }

  get missing() {
    return this.#get().missing;
  }

  explain(stopped: Traffic): Explanation[] {
    return this.#get().explain(stopped);
  }

  admit(passing: Traffic): Evidence[] {
    return this.#get().admit?.(passing) ?? [];
  }

  #get(): Checkpoint {
    return (this.#made ??= this.make());
  }
}

/** Lets nothing through. */
export function blockAll(explanation: Explanation): Checkpoint {
  return { must: NO_TRAFFIC, may: NO_TRAFFIC, explain: () => [explanation], missing: [], isTotal: true };
}

/** Lets only some traffic through, for certain and whoever sends it. */
export function allowOnly(traffic: Traffic, explanation: Explanation): Checkpoint {
  return { must: traffic, may: traffic, explain: () => [explanation], missing: [], isForAll: true };
}

/** May let everything through, or nothing. */
export function unknownPass(missing: Omit<NotEvaluated, "affectsVerdict">): Checkpoint {
  return {
    must: NO_TRAFFIC,
    may: ALL_TRAFFIC,
    explain: () => [],
    missing: [{ ...missing, affectsVerdict: true }],
  };
}
