import type { Sandbox } from "../server/sandbox";
import { getAccount } from "../world/find-account";
import type { RegionWorld } from "../world/world";

function countsOf(region: RegionWorld): Record<string, number> {
  const lists = Object.entries(region).flatMap(([name, value]) =>
    Array.isArray(value) ? [[name, value.length] as const] : [],
  );
  return Object.fromEntries(lists);
}

/** What the control endpoint tells about the sandbox: its world in numbers, its time, its faults. */
export function describeState(sandbox: Sandbox): Record<string, unknown> {
  const { world, clock } = sandbox;
  const regions = Object.values(getAccount(world, world.homeAccountId).regions).filter(
    (region) => region.vpcs.length + region.functions.length > 0,
  );
  return {
    scenario: world.scenario,
    speed: clock.speed,
    now: new Date(clock.now()).toISOString(),
    offsetMs: clock.offsetMs,
    accountId: world.homeAccountId,
    accounts: Object.values(world.accounts).map(({ accountId, name }) => ({ accountId, name })),
    regions: regions.map((region) => region.region),
    rates: sandbox.rates.enabled,
    consistency: { createMs: sandbox.consistency.createMs, roleMs: sandbox.consistency.roleMs },
    faults: world.faults,
    counts: Object.fromEntries(regions.map((region) => [region.region, countsOf(region)])),
    scheduled: world.scheduled.length,
  };
}
