import { createWorld } from "../world/create-world";
import { getRegionWorld } from "../world/find-account";
import { addCallers } from "./callers";
import type { Scenario } from "./scenario";

const HOME = "123456789012";

/** An account in which nothing was ever made. */
export const emptyScenario: Scenario = () => {
  const world = createWorld("empty", { accountId: HOME, name: "Harbor & Pine" });
  getRegionWorld(world, HOME, "eu-west-1");
  addCallers(world);
  return world;
};
