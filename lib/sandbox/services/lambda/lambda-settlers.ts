import { interfaceSettlers } from "../../lambda-interfaces/interface-settlers";
import type { Settlers } from "../../world/settle-world";
import { functionSettlers } from "./lifecycle/function-settlers";

/** Everything that Lambda does by itself, by kind of event. */
export const lambdaSettlers: Settlers = { ...interfaceSettlers, ...functionSettlers };
