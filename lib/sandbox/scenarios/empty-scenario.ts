import { createRegionWorld, createWorld } from "../world/create-world";
import { addCallers } from "./callers";
import type { Scenario } from "./scenario";

/** An account in which nothing was ever made. */
export const emptyScenario: Scenario = () => {
  const world = createWorld("empty", "123456789012");
  world.regions["eu-west-1"] = createRegionWorld("eu-west-1");
  addCallers(world);
  return world;
};
