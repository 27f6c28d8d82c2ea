import { createSandboxClock, type SandboxClock } from "../clock";
import type { HandlerContext } from "../handler";
import { getRegionWorld } from "../world/find-account";
import { createRandomIds } from "../world/ids";
import { settleWorld, type Settlers } from "../world/settle-world";
import type { SavedWorld } from "../world/world-json";
import type { RegionWorld, World } from "../world/world";
import { createCallLog, type CallLog } from "./call-log";
import { createFreshItems, type FreshItems } from "./consistency/fresh-items";
import { createTokenBuckets, type TokenBuckets } from "./rates/token-buckets";

/** The running sandbox: its world, its time, and what was asked of it. */
export interface Sandbox {
  world: World;
  clock: SandboxClock;
  readonly ids: HandlerContext["ids"];
  readonly calls: CallLog;
  /** How fast AWS takes requests; switched off, as fast as they come. */
  readonly rates: { enabled: boolean; readonly buckets: TokenBuckets };
  /** How long what was made stays hidden from EC2's reads, and changed roles from other services. 0: not at all. */
  readonly consistency: { createMs: number; roleMs: number; readonly fresh: FreshItems };
  /** Goes up with every change of the world. */
  revision: number;
  /** Throws Error for an account that does not exist. */
  regionWorld: (accountId: string, region: string) => RegionWorld;
  /** Runs what is due. Returns how many events ran. */
  settle(): number;
  /** A new world of this scenario at the machine's own time. Throws RangeError for a scenario that does not exist. */
  reset(scenario: string): void;
  toSaved: () => SavedWorld;
}

/** Builds a scenario's world. Throws RangeError for a name that does not exist. */
export type LoadScenario = (name: string, clock: SandboxClock) => World;

/** A sandbox over a saved world, or over a fresh one of the scenario. */
export function createSandbox(options: {
  scenario: string;
  speed: number;
  saved: SavedWorld | undefined;
  rates: boolean;
  consistency: { createMs: number; roleMs: number };
  settlers: Settlers;
  loadScenario: LoadScenario;
  log: (line: string) => void;
}): Sandbox {
  const { speed, saved, settlers, loadScenario, log } = options;
  const ids = createRandomIds();
  const clock = createSandboxClock({ speed, offsetMs: saved?.offsetMs ?? 0 });
  const sandbox: Sandbox = {
    world: saved?.world ?? loadScenario(options.scenario, clock),
    clock,
    ids,
    calls: createCallLog(),
    rates: { enabled: options.rates, buckets: createTokenBuckets(() => sandbox.clock.now()) },
    consistency: { ...options.consistency, fresh: createFreshItems(() => sandbox.clock.now()) },
    regionWorld: (accountId, region) => getRegionWorld(sandbox.world, accountId, region),
    revision: 1,
    settle: () => {
      const ran = settleWorld(settlers, {
        world: sandbox.world,
        clock: sandbox.clock,
        ids,
        regionWorld: sandbox.regionWorld,
        onUnknownKind: (event) => {
          log(`sandbox: dropped a scheduled event of unknown kind ${event.kind}`);
        },
        onError: (event, error) => {
          log(`sandbox: ${event.kind} of ${event.subject} failed: ${String(error)}`);
        },
      });
      if (ran > 0) sandbox.revision += 1;
      return ran;
    },
    reset: (scenario) => {
      const freshClock = createSandboxClock({ speed });
      sandbox.world = loadScenario(scenario, freshClock);
      sandbox.clock = freshClock;
      sandbox.revision += 1;
      sandbox.calls.clear();
      sandbox.rates.buckets.clear();
    },
    toSaved: () => ({ version: 3, offsetMs: sandbox.clock.offsetMs, world: sandbox.world }),
  };
  return sandbox;
}
