import type { SandboxClock } from "../clock";
import type { HandlerContext } from "../handler";
import type { World } from "../world/world";

/** What building a scenario may use. `ids` are the same in every run. */
export interface ScenarioContext {
  clock: SandboxClock;
  ids: HandlerContext["ids"];
}

/** Builds a world. The same context gives the same world. */
export type Scenario = (context: ScenarioContext) => World;
