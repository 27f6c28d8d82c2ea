import type { Network } from "../network/network";
import { FlowError, type Flow } from "./flow";
import type { FlowAnswer } from "./trace";

/** Answers a question. Throws `FlowError` where it cannot be asked. */
export function evaluateFlow(_network: Network, _flow: Flow): FlowAnswer {
  throw new FlowError("invalid", "source", "The engine is being written.");
}
