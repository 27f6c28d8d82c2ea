import type { LoadScenario } from "../server/sandbox";
import { createSeededIds } from "../world/ids";
import { demoScenario } from "./demo/demo-scenario";
import { dualStackScenario } from "./dual-stack/dual-stack-scenario";
import { emptyScenario } from "./empty-scenario";
import { hybridScenario } from "./hybrid/hybrid-scenario";
import { largeScenario } from "./large/large-scenario";
import { vpcPrivatePublicScenario } from "./sample-vpcs/vpc-private-public-scenario";
import { vpcPrivateScenario } from "./sample-vpcs/vpc-private-scenario";
import type { Scenario } from "./scenario";

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  demo: demoScenario,
  "dual-stack": dualStackScenario,
  empty: emptyScenario,
  hybrid: hybridScenario,
  large: largeScenario,
  "vpc-private": vpcPrivateScenario,
  "vpc-privatepublic": vpcPrivatePublicScenario,
};

/** The world of a scenario by its name. Throws RangeError where there is none of that name. */
export const loadScenario: LoadScenario = (name, clock) => {
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (scenario === undefined) {
    throw new RangeError(`There is no scenario ${name}. Known: ${Object.keys(SCENARIOS).join(", ")}.`);
  }
  return scenario({ clock, ids: createSeededIds(name) });
};
