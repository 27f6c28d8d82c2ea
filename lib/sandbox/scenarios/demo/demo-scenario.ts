import { emptyScenario } from "../empty-scenario";
import type { Scenario } from "../scenario";

/** The company "Harbor & Pine". */
export const demoScenario: Scenario = (context) => ({ ...emptyScenario(context), scenario: "demo" });
